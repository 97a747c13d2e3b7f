"""Say every known error in Indonesian and English: what happened, what is safe, what to do."""

from kepatuhan_desktop.errors import KnownError

_SAFE_ID = "Semua jawaban dan bukti yang sudah tersimpan tetap aman."
_SAFE_EN = "Every answer and piece of evidence already saved is safe."

SENTENCES: dict[str, dict[str, str]] = {
    "answers.damaged": {
        "id": "Berkas jawaban {name} tidak sesuai dengan instrumen: {reason}. Tidak ada yang diubah. "
        "Perbaiki berkas itu lalu coba lagi.",
        "en": "The answer file {name} does not fit the instrument: {reason}. Nothing was changed. "
        "Correct the file and try again.",
    },
    "assessment.not_ready": {
        "id": "Penilaian ini belum dapat ditandatangani, atau berubah sejak ditinjau. Tidak ada yang dikunci. "
        "Lengkapi yang masih kurang, lalu tinjau sekali lagi.",
        "en": "This assessment cannot be signed yet, or it changed since it was reviewed. Nothing was sealed. "
        "Complete what is missing, then review once more.",
    },
    "assessment.sealed": {
        "id": "Penilaian ini sudah dikunci dengan tanda tangan dan tidak dapat diubah lagi. Isinya tetap utuh. "
        "Kartu nilai masih dapat dibuka, disimpan, dan dicetak.",
        "en": "This assessment was sealed with signatures and cannot change any more. Its contents are intact. "
        "The scorecard can still be opened, saved and printed.",
    },
    "assessment.unknown": {
        "id": "Penilaian {assessment} tidak ada di ruang kerja ini. Tidak ada yang diubah. "
        "Lihat daftar dengan: kepatuhan assessment list.",
        "en": "There is no assessment {assessment} in this workspace. Nothing was changed. "
        "See the list with: kepatuhan assessment list.",
    },
    "database.damaged": {
        "id": "Basis data {path} rusak atau rantai jurnalnya terputus. Berkas bukti tidak disentuh. "
        "Jangan ubah isi folder; salin folder ruang kerja seutuhnya lalu minta bantuan.",
        "en": "The database {path} is damaged or its journal chain is broken. Evidence files were not touched. "
        "Change nothing in the folder; copy the whole workspace folder and ask for help.",
    },
    "database.newer": {
        "id": "Ruang kerja ini ditulis oleh versi program yang lebih baru (skema {found}; program ini mengenal "
        "{supported}). Tidak ada yang diubah. Pasang versi program terbaru.",
        "en": "A newer version of the program wrote this workspace (schema {found}; this program knows "
        "{supported}). Nothing was changed. Install the newest version of the program.",
    },
    "database.unsafe": {
        "id": "Basis data menolak pengaturan pengaman {setting} (diminta {wanted}, didapat {found}), maka program "
        "tidak dibuka agar tidak ada jawaban yang hilang. "
        + _SAFE_ID
        + " Pindahkan ruang kerja ke diska lokal.",
        "en": "The database refused the safety setting {setting} (wanted {wanted}, got {found}), so the program "
        "does not open, lest an answer be lost. "
        + _SAFE_EN
        + " Move the workspace to a local disk.",
    },
    "evidence.damaged": {
        "id": "Berkas {name} rusak dan tidak dapat dibuka. Bukti lain dan semua jawaban tetap aman. "
        "Ambil foto lagi atau minta salinan yang baru.",
        "en": "The file {name} is damaged and cannot be opened. Other evidence and every answer are safe. "
        "Take the photo again or ask for a new copy.",
    },
    "evidence.missing": {
        "id": "Berkas bukti {name} tidak ada di folder ruang kerja. Catatannya di jurnal tetap aman. "
        "Kembalikan folder evidence dari salinan, lalu jalankan: kepatuhan doctor.",
        "en": "The evidence file {name} is not in the workspace folder. Its record in the journal is safe. "
        "Bring the evidence folder back from a copy, then run: kepatuhan doctor.",
    },
    "evidence.not_accepted": {
        "id": "Berkas {name} bukan jenis yang dapat dijadikan bukti. Tidak ada yang diubah. "
        "Gunakan JPEG, PNG, WebP, HEIC, PDF, atau berkas perkantoran (Word, Excel, PowerPoint, OpenDocument).",
        "en": "The file {name} is not of a kind that can be evidence. Nothing was changed. "
        "Use JPEG, PNG, WebP, HEIC, PDF or an office file (Word, Excel, PowerPoint, OpenDocument).",
    },
    "evidence.protected": {
        "id": "Berkas {name} terkunci dengan kata sandi dan tidak dapat diperiksa. Berkas itu tidak dijadikan bukti; "
        "bukti lain tetap aman. Minta salinan tanpa kata sandi, atau foto cetakannya.",
        "en": "The file {name} is locked with a password and cannot be checked. It was not taken as evidence; other "
        "evidence is safe. Ask for a copy without a password, or photograph the printed page.",
    },
    "evidence.too_large": {
        "id": "Berkas {name} terlalu besar ({found}; batas {limit}) dan tidak dibuka. Tidak ada yang diubah. "
        "Perkecil berkas atau ambil foto dengan resolusi yang lebih rendah.",
        "en": "The file {name} is too large ({found}; limit {limit}) and was not opened. Nothing was changed. "
        "Make the file smaller or take the photo at a lower resolution.",
    },
    "input.invalid": {
        "id": "Isian “{field}” kosong atau tidak dapat diterima. Tidak ada yang diubah. Lengkapi isian itu.",
        "en": "The field “{field}” is empty or not acceptable. Nothing was changed. Fill it in.",
    },
    "instrument.damaged": {
        "id": "Instrumen {name} tidak dapat dipakai: {faults} kesalahan, yang pertama: {first}. Tidak ada yang "
        "dipasang. Lihat semuanya dengan: kepatuhan instrument check.",
        "en": "The instrument {name} cannot be used: {faults} faults, the first: {first}. Nothing was installed. "
        "See all of them with: kepatuhan instrument check.",
    },
    "instrument.unknown": {
        "id": "Instrumen {instrument} belum terpasang. Data penilaian tetap aman. "
        "Lihat yang terpasang dengan: kepatuhan instrument list.",
        "en": "The instrument {instrument} is not installed. Assessment data is safe. "
        "See what is installed with: kepatuhan instrument list.",
    },
    "keys.missing": {
        "id": "Kunci ruang kerja tidak dapat dibuka ({path}). Data tetap ada dan tetap tersandi. "
        "Kembalikan berkas keys.json dan workspace.key dari salinan; jangan membuat ruang kerja baru di folder ini.",
        "en": "The workspace key cannot be opened ({path}). The data is still there, encrypted. "
        "Bring keys.json and workspace.key back from a copy; do not make a new workspace in this folder.",
    },
    "printing.failed": {
        "id": "Pencetak {printer} tidak menerima halaman. Kartu nilai tetap tersimpan dan tidak berubah. "
        "Periksa pencetaknya, pilih pencetak lain, atau simpan PDF-nya.",
        "en": "The printer {printer} took no pages. The scorecard is still stored, unchanged. "
        "Check the printer, choose another one, or save the PDF.",
    },
    "record.unknown": {
        "id": "Data {record} tidak ada di ruang kerja ini. Tidak ada yang diubah. Muat ulang daftar lalu pilih lagi.",
        "en": "There is no {record} in this workspace. Nothing was changed. Reload the list and choose again.",
    },
    "workspace.disk_full": {
        "id": "Diska penuh: perubahan terakhir tidak tersimpan. "
        + _SAFE_ID
        + " Kosongkan ruang pada diska "
        "tempat {path} berada, lalu ulangi.",
        "en": "The disk is full: the last change was not saved. "
        + _SAFE_EN
        + " Free some space on the disk that "
        "holds {path}, then do it again.",
    },
    "workspace.in_use": {
        "id": "Ruang kerja {path} sedang dibuka di jendela atau perintah lain. "
        + _SAFE_ID
        + " Pakai jendela itu, "
        "atau tutup dahulu lalu buka lagi.",
        "en": "The workspace {path} is open in another window or command. "
        + _SAFE_EN
        + " Use that window, or "
        "close it first and open again.",
    },
    "workspace.io": {
        "id": "Sistem menolak membaca atau menulis {path} ({reason}). "
        + _SAFE_ID
        + " Periksa diska atau kabelnya, "
        "lalu ulangi.",
        "en": "The system refused to read or write {path} ({reason}). "
        + _SAFE_EN
        + " Check the disk or its cable, "
        "then do it again.",
    },
    "workspace.read_only": {
        "id": "Folder {path} tidak dapat ditulisi, maka perubahan tidak tersimpan. "
        + _SAFE_ID
        + " Beri izin tulis "
        "atau pilih folder ruang kerja yang lain.",
        "en": "The folder {path} cannot be written to, so changes are not saved. "
        + _SAFE_EN
        + " Allow writing or "
        "choose another workspace folder.",
    },
}

FIELDS: dict[str, dict[str, str]] = {
    "--home": {"id": "--home", "en": "--home"},
    "auditor": {"id": "nama auditor", "en": "name of the auditor"},
    "auditor_signature": {"id": "tanda tangan auditor", "en": "signature of the auditor"},
    "evidence": {"id": "bukti", "en": "evidence"},
    "indicator": {"id": "indikator", "en": "indicator"},
    "institution": {"id": "nama instansi", "en": "name of the institution"},
    "not_applicable": {"id": "tidak berlaku", "en": "not applicable"},
    "option": {"id": "pilihan jawaban", "en": "answer option"},
    "period": {"id": "periode", "en": "period"},
    "place": {"id": "tempat", "en": "place"},
    "product": {"id": "nama produk layanan", "en": "name of the service product"},
    "reason": {"id": "alasan", "en": "reason"},
    "statement": {"id": "uraian temuan", "en": "what was found"},
    "unit": {"id": "nama unit layanan", "en": "name of the service unit"},
    "unit_signature": {
        "id": "tanda tangan pimpinan unit atau alasan menolak",
        "en": "signature of the head of unit or the reason for refusing",
    },
    "version": {"id": "versi", "en": "version"},
}
"""What people call the fields that `InputInvalid` names."""


class _Parameters(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: KnownError, language: str = "id") -> str:
    """The sentence for `error`; parameters it lacks read "?"."""
    words = SENTENCES[error.code]
    parameters = _Parameters(error.parameters)
    named = FIELDS.get(parameters.get("field", ""))
    if named:
        parameters["field"] = named.get(language, named["id"])
    return words.get(language, words["id"]).format_map(parameters)
