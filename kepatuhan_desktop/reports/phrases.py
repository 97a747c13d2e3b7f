"""Hold the words of the printed scorecard, in Indonesian and English."""

import msgspec


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """One language. Braces are filled with `str.format`."""

    language: str
    decimal: str
    """What stands between units and tenths."""
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    clock: str
    """How a time of day is written: hour, minute."""
    title: str
    subject: str
    draft: str
    draft_mark: str
    """Across every page of a draft."""
    sealed: str
    final: str
    provisional: str
    not_scored: str
    category: str
    zone: str
    zones: dict[str, str]
    out_of: str
    change_up: str
    change_down: str
    change_none: str
    visit: str
    period: str
    auditor: str
    team: str
    institution: str
    product: str
    address: str
    instrument: str
    version: str
    legal_basis: str
    unknown: str
    revision: str
    correction: str
    correction_text: str
    components: str
    counts: str
    unofficial: str
    unofficial_text: str
    remark: str
    no_remark: str
    signatures: str
    signed_at: str
    uncertified: str
    roles: dict[str, str]
    refused: str
    refusal: str
    unsigned: str
    stamp: str
    stamp_hint: str
    code: str
    code_later: str
    code_note: str
    nip: str
    details: str
    component_of: str
    not_applicable: str
    unanswered: str
    note: str
    reason: str
    required: str
    proof: dict[str, str]
    """`present`, `absent`, `lost`."""
    out_of_points: str
    informative: str
    file: str
    added: str
    continued: str
    finding: str
    legal: str
    suggestion: str
    responsible: str
    due: str
    findings: str
    no_findings: str
    number: str
    indicator: str
    statement: str
    how: str
    rule: str
    rounding: str
    component: str
    weight: str
    share: str
    answered: str
    score: str
    zone_heading: str
    weights_note: str
    way: str
    way_text: str
    way_step: str
    way_more: str
    way_none: str
    way_top: str
    way_unscored: str
    categories: str
    page: str
    assessment: str
    journal: str
    unprintable: str
    drawing: str


def phrases(language: str) -> Phrases:
    """The words in `language`; Indonesian for a language that is not there."""
    return _ENGLISH if language == "en" else _INDONESIAN


_INDONESIAN = Phrases(
    language="id",
    decimal=",",
    months=(
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    months_short=(
        *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"),
        *("Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    ),
    clock="{0}.{1}",
    title="KARTU NILAI KEPATUHAN",
    subject="Kartu nilai kepatuhan standar pelayanan publik",
    draft="DRAF – belum ditandatangani",
    draft_mark="DRAF",
    sealed="Dikunci {day}",
    final="NILAI AKHIR",
    provisional="NILAI SEMENTARA",
    not_scored="Belum ada nilai",
    category="Kategori {category}",
    zone="Zona {zone}",
    zones={"green": "hijau", "yellow": "kuning", "red": "merah"},
    out_of="dari {maximum}",
    change_up="▲ {difference} dari {before}",
    change_down="▼ {difference} dari {before}",
    change_none="Tetap, dari {before}",
    visit="Kunjungan",
    period="Periode",
    auditor="Auditor",
    team="Tim",
    institution="Instansi",
    product="Produk layanan",
    address="Alamat",
    instrument="Instrumen",
    version="versi {version}",
    legal_basis="Dasar hukum",
    unknown="–",
    revision="Revisi {revision}",
    correction="Revisi {revision} mengoreksi revisi {corrected}",
    correction_text="({digest}): {reason}",
    components="Nilai tiap komponen",
    counts=(
        "{answered} dari {all} indikator dijawab · {excluded} tidak berlaku · "
        "{evidence} bukti · {findings} temuan"
    ),
    unofficial="Bobot tidak resmi:",
    unofficial_text=(
        "bobot instrumen ini belum dikonfirmasi sumber resmi, sehingga nilai di atas bukan "
        "nilai resmi."
    ),
    remark="Tanggapan unit layanan",
    no_remark="Tidak ada tanggapan",
    signatures="Tanda tangan",
    signed_at="{place}, {day}",
    uncertified="TTE tidak tersertifikasi · {day}",
    roles={"auditor": "Auditor", "unit_head": "Kepala unit layanan"},
    refusal="Menolak menandatangani",
    refused="Menolak menandatangani: {reason}",
    unsigned="Belum ditandatangani",
    stamp="Ruang TTE tersertifikasi",
    stamp_hint="Untuk stempel BSrE di kemudian hari",
    code="Kode keaslian",
    code_later="setelah dikunci",
    code_note=(
        "Kode keaslian membuktikan nilai, kategori, hari, dan catatan lembar ini, juga dari "
        "salinannya. Periksa dengan Kepatuhan Desktop: foto kodenya atau buka berkas PDF-nya."
    ),
    nip="NIP {nip}",
    details="Rincian per komponen",
    component_of="Komponen {number} dari {count}",
    not_applicable="Tidak berlaku",
    unanswered="Belum dijawab",
    note="Catatan:",
    reason="Alasan:",
    required="Bukti wajib:",
    proof={"present": "ada", "absent": "belum ada", "lost": "Berkas bukti tidak ditemukan"},
    out_of_points="dari {share} poin",
    informative="tanpa bobot",
    file="Berkas: {name}",
    added="ditambahkan {moment}",
    continued="{code} · lanjutan",
    finding="Temuan {number}",
    legal="Dasar:",
    suggestion="Saran perbaikan:",
    responsible="Penanggung jawab:",
    due="Tenggat:",
    findings="Ringkasan temuan",
    no_findings="Tidak ada temuan.",
    number="No.",
    indicator="Indikator",
    statement="Temuan",
    how="Bagaimana nilai ini dihitung",
    rule=(
        "Setiap jawaban memberi bagian dari bobot indikatornya. Nilai komponen adalah rata-rata "
        "tertimbang indikatornya, nilai kelompok rata-rata tertimbang komponennya, dan nilai "
        "akhir rata-rata tertimbang kelompoknya, dikalikan {maximum}. Indikator yang tidak "
        "berlaku atau belum dijawab keluar dari pembagi; bila tidak ada yang berlaku, tidak ada "
        "nilai, dan itu bukan nol."
    ),
    rounding=(
        "Hitungan memakai pecahan yang persis. Hanya satu pembulatan: hasil akhir dibulatkan ke "
        "{places} angka di belakang koma, setengah ke atas, sebelum kategorinya dibaca. Poin di "
        "sebelah kanan setiap indikator adalah sumbangannya pada nilai akhir."
    ),
    component="Komponen",
    weight="Bobot",
    share="Bagian",
    answered="Dijawab",
    score="Nilai",
    zone_heading="Zona",
    weights_note="* bobot tidak resmi",
    way="Jalan terpendek ke kategori berikutnya",
    way_text=(
        "Kategori {category} mulai dari {threshold}; masih kurang {distance} poin. Cukup {count} "
        "jawaban berubah: {steps}. Nilai lalu menjadi {reaches}."
    ),
    way_step="{code} dari “{before}” menjadi “{after}” (+{gain})",
    way_more="dan {count} indikator lain",
    way_none="Kategori berikutnya tidak tercapai hanya dengan mengubah jawaban yang ada.",
    way_top="Nilai ini sudah dalam kategori tertinggi.",
    way_unscored="Belum ada indikator yang dinilai.",
    categories="Kategori",
    page="Halaman {page} dari {pages}",
    assessment="Penilaian",
    journal="Jurnal",
    unprintable="□ = aksara di luar fonta cetak",
    drawing="Menyusun halaman",
)

_ENGLISH = Phrases(
    language="en",
    decimal=".",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    months_short=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    clock="{0}:{1}",
    title="COMPLIANCE SCORECARD",
    subject="Scorecard of compliance with the public service standard",
    draft="DRAFT – not signed",
    draft_mark="DRAFT",
    sealed="Sealed {day}",
    final="FINAL SCORE",
    provisional="PROVISIONAL SCORE",
    not_scored="No score yet",
    category="Category {category}",
    zone="{zone} zone",
    zones={"green": "green", "yellow": "yellow", "red": "red"},
    out_of="of {maximum}",
    change_up="▲ {difference} from {before}",
    change_down="▼ {difference} from {before}",
    change_none="Unchanged, from {before}",
    visit="Visit",
    period="Period",
    auditor="Auditor",
    team="Team",
    institution="Institution",
    product="Service product",
    address="Address",
    instrument="Instrument",
    version="version {version}",
    legal_basis="Legal basis",
    unknown="–",
    revision="Revision {revision}",
    correction="Revision {revision} corrects revision {corrected}",
    correction_text="({digest}): {reason}",
    components="Score of each component",
    counts=(
        "{answered} of {all} indicators answered · {excluded} not applicable · "
        "{evidence} pieces of evidence · {findings} findings"
    ),
    unofficial="Unofficial weights:",
    unofficial_text=(
        "no official source confirms the weights of this instrument, so the score above is not "
        "an official one."
    ),
    remark="Remarks of the service unit",
    no_remark="No remarks",
    signatures="Signatures",
    signed_at="{place}, {day}",
    uncertified="Uncertified e-signature · {day}",
    roles={"auditor": "Auditor", "unit_head": "Head of the service unit"},
    refusal="Refused to sign",
    refused="Refused to sign: {reason}",
    unsigned="Not signed",
    stamp="Certified e-signature",
    stamp_hint="Kept free for a later BSrE stamp",
    code="Proof code",
    code_later="once sealed",
    code_note=(
        "The proof code vouches for the score, category, day and record of this page, even on a "
        "copy. Verify it with Kepatuhan Desktop: photograph the code or open the PDF file."
    ),
    nip="NIP {nip}",
    details="Details by component",
    component_of="Component {number} of {count}",
    not_applicable="Not applicable",
    unanswered="Not answered",
    note="Note:",
    reason="Reason:",
    required="Required evidence:",
    proof={"present": "present", "absent": "missing", "lost": "Evidence file not found"},
    out_of_points="of {share} points",
    informative="no weight",
    file="File: {name}",
    added="added {moment}",
    continued="{code} · continued",
    finding="Finding {number}",
    legal="Basis:",
    suggestion="Suggested improvement:",
    responsible="Responsible:",
    due="Due:",
    findings="Summary of findings",
    no_findings="No findings.",
    number="No.",
    indicator="Indicator",
    statement="Finding",
    how="How this score is calculated",
    rule=(
        "Each answer earns a share of its indicator's weight. A component's score is the weighted "
        "mean of its indicators, a group's the weighted mean of its components, and the total "
        "the weighted mean of the groups, times {maximum}. An indicator that is not applicable "
        "or not answered leaves the denominator; where nothing is applicable there is no score, "
        "and that is not zero."
    ),
    rounding=(
        "The arithmetic is exact. There is one rounding: the total is rounded half up to {places} "
        "decimal places before its category is looked up. The points at the right of each "
        "indicator are what it adds to the total."
    ),
    component="Component",
    weight="Weight",
    share="Share",
    answered="Answered",
    score="Score",
    zone_heading="Zone",
    weights_note="* unofficial weight",
    way="The shortest way to the next category",
    way_text=(
        "Category {category} begins at {threshold}; {distance} points are missing. It takes "
        "{count} changed answers: {steps}. The score then becomes {reaches}."
    ),
    way_step="{code} from “{before}” to “{after}” (+{gain})",
    way_more="and {count} further indicators",
    way_none="Changing the present answers alone does not reach the next category.",
    way_top="This score is in the highest category.",
    way_unscored="No indicator is scored yet.",
    categories="Categories",
    page="Page {page} of {pages}",
    assessment="Assessment",
    journal="Journal",
    unprintable="□ = character outside the printed font",
    drawing="Laying out pages",
)
