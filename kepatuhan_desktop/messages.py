"""Say every known error in Indonesian and English: what happened, what is safe, what to do."""

import errno
import os

from kepatuhan_desktop import bundle_sentences, statements, storage_sentences
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.storage_sentences import REFUSALS
from kepatuhan_desktop.wording import FIELDS, REASONS, in_language

_SAFE_ID = "Semua jawaban dan bukti yang sudah tersimpan tetap aman."
_SAFE_EN = "Every answer and piece of evidence already saved is safe."

SENTENCES: dict[str, dict[str, str]] = {
    "amendment.changed": {
        "id": "Koreksi ini tidak dapat dibatalkan: {count} isian berbeda dari yang ditandatangani. "
        "Revisi yang ditandatangani tetap utuh. Urungkan perubahannya, atau tandatangani sebagai revisi baru.",
        "en": "This correction cannot be given up: {count} entries differ from what was signed. "
        "The signed revision is intact. Undo the changes, or sign them as a new revision.",
    },
    "answers.damaged": {
        "id": "Berkas jawaban {name} tidak dapat dipakai. Tidak ada yang diubah. "
        "Perbaiki yang berikut, lalu coba lagi: {reason}",
        "en": "The answer file {name} cannot be used. Nothing was changed. "
        "Correct the following, then try again: {reason}",
    },
    "assessment.not_ready": {
        "id": "Penilaian ini belum dapat ditandatangani, atau berubah sejak ditinjau. Tidak ada yang dikunci. "
        "Lengkapi yang masih kurang, lalu tinjau sekali lagi.",
        "en": "This assessment cannot be signed yet, or it changed since it was reviewed. Nothing was sealed. "
        "Complete what is missing, then review once more.",
    },
    "assessment.not_sealed": {
        "id": "Penilaian ini belum ditandatangani, atau sedang dibuka untuk koreksi. Tidak ada yang diubah. "
        "Koreksi dan penarikan tanda tangan hanya untuk penilaian yang sudah dikunci.",
        "en": "This assessment is not signed yet, or it is open for a correction. Nothing was changed. "
        "Only a sealed assessment can be corrected or have a signature withdrawn.",
    },
    "assessment.sealed": {
        "id": "Penilaian ini sudah dikunci dengan tanda tangan dan tidak dapat diubah lagi. Isinya tetap utuh. "
        "Bila ada yang keliru, buka koreksi: hasilnya menjadi revisi baru.",
        "en": "This assessment was sealed with signatures and cannot change any more. Its contents are intact. "
        "If something is wrong, open a correction: it becomes a new revision.",
    },
    "assessment.unknown": {
        "id": "Penilaian {assessment} tidak ada di ruang kerja ini. Tidak ada yang diubah. "
        "Lihat daftar dengan: kepatuhan assessment list.",
        "en": "There is no assessment {assessment} in this workspace. Nothing was changed. "
        "See the list with: kepatuhan assessment list.",
    },
    "authority.damaged": {
        "id": "Folder otoritas {path} tidak dapat dipakai: {reason}. "
        "Tidak ada yang diubah dan tidak ada yang diterbitkan. "
        "Kembalikan salinan cadangan terbaru dari seluruh folder itu; bila tidak ada, dirikan otoritas baru dengan nama lain lalu bandingkan sidik jarinya di setiap perangkat.",
        "en": "The authority's folder {path} cannot be used: {reason}. "
        "Nothing was changed and nothing was issued. "
        "Bring back the newest copy of the whole folder; where there is none, found a new authority under another name and compare its fingerprint on every device.",
    },
    "authority.exists": {
        "id": "Folder {path} sudah berisi otoritas. Tidak ada yang diubah. Buka otoritas itu, atau pilih folder lain.",
        "en": "The folder {path} already holds an authority. Nothing was changed. Open that authority, or choose another folder.",
    },
    "authority.in_use": {
        "id": "Folder otoritas {path} sedang dibuka di jendela atau perintah lain. "
        "Tidak ada yang diubah. "
        "Tutup yang lain dahulu, lalu ulangi.",
        "en": "The authority's folder {path} is open in another window or command. "
        "Nothing was changed. "
        "Close the other one first, then do it again.",
    },
    "authority.locked": {
        "id": "Frasa sandi itu tidak membuka kunci akar otoritas {name}. "
        "Tidak ada yang diubah. "
        "Coba lagi; bila frasa sandinya hilang, kunci akar tidak dapat dipulihkan: dirikan otoritas baru dengan nama lain lalu bandingkan sidik jarinya di setiap perangkat.",
        "en": "This passphrase does not open the root key of the authority {name}. "
        "Nothing was changed. "
        "Try again; where the passphrase is lost, the root key cannot be recovered: found a new authority under another name and compare its fingerprint on every device.",
    },
    "authority.missing": {
        "id": "Tidak ada otoritas di folder {path}. "
        "Tidak ada yang diubah. "
        "Pilih folder yang berisi authority.json; bila folder itu hilang tanpa salinan, dirikan otoritas baru dengan nama lain.",
        "en": "There is no authority in the folder {path}. "
        "Nothing was changed. "
        "Choose the folder that holds authority.json; where that is lost without a copy, found a new authority under another name.",
    },
    "authority.refused": {
        "id": "Otoritas menolak: {reason} ({name}). "
        "Tidak ada yang diubah. "
        "Periksa daftar orang dan perangkatnya, lalu ulangi.",
        "en": "The authority refuses: {reason} ({name}). "
        "Nothing was changed. "
        "Look at the list of people and devices, then do it again.",
    },
    **bundle_sentences.SENTENCES,
    "database.damaged": {
        "id": "Basis data {path} rusak atau rantai jurnalnya terputus. Berkas bukti tidak disentuh. "
        "Jangan ubah isi folder; salin folder ruang kerja seutuhnya lalu minta bantuan.",
        "en": "The database {path} is damaged or its journal chain is broken. Evidence files were not touched. "
        "Change nothing in the folder; copy the whole workspace folder and ask for help.",
    },
    "database.mended": {
        "id": "Tabel {tables} berbeda dari jurnal dan sudah dibuat ulang dari jurnal itu. "
        "Semua jawaban dan bukti tetap aman. Jalankan sekali lagi: kepatuhan doctor; bila terulang, minta bantuan.",
        "en": "The tables {tables} differed from the journal and were made again from it. "
        "Every answer and piece of evidence is safe. Run once more: kepatuhan doctor; if it happens again, ask for help.",
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
        "id": "Berkas {name} rusak dan tidak dapat dibuka. Bukti lain dan semua jawaban tetap aman. Ambil foto lagi atau minta salinan yang baru.",
        "en": "The file {name} is damaged and cannot be opened. Other evidence and every answer are safe. Take the photo again or ask for a new copy.",
    },
    "evidence.lost": {
        "id": "Penilaian tidak dikunci: berkas bukti {files} belum ada atau tidak utuh di perangkat ini. Semua jawaban dan bukti lain tetap aman. Masukkan paket rekan yang memilikinya atau kembalikan folder evidence dari cadangan; bila tidak ada lagi, hapus bukti itu lalu lampirkan yang baru.",
        "en": "The assessment was not sealed: the evidence file {files} is not here yet, or not whole on this device. Every answer and all other evidence is safe. Import the bundle of the colleague who has it or bring the evidence folder back from a backup; where there is none, remove that evidence and attach it anew.",
    },
    "evidence.missing": {
        "id": "Berkas bukti {name} tidak ada di folder ruang kerja. Catatannya di jurnal, semua jawaban, dan nilainya tetap aman. Kembalikan folder evidence dari salinan, lalu jalankan: kepatuhan doctor.",
        "en": "The evidence file {name} is not in the workspace folder. Its record in the journal, every answer and the score are safe. Bring the evidence folder back from a copy, then run: kepatuhan doctor.",
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
    "evidence.unreadable": {
        "id": "{name} tidak dapat dibaca ({reason}) dan tidak dijadikan bukti. Tidak ada yang diubah. "
        "Periksa apakah berkasnya masih ada dan boleh dibaca; dari sebuah folder, pilih berkas di dalamnya.",
        "en": "{name} cannot be read ({reason}) and was not taken as evidence. Nothing was changed. "
        "Check that the file is still there and may be read; of a folder, choose the files in it.",
    },
    "fingerprint.unconfirmed": {
        "id": "Sidik jari {name} adalah {fingerprint} dan belum dicocokkan. "
        "Tidak ada yang diubah. "
        "Bandingkan dengan pihak seberang lewat kertas atau telepon; bila sama, ulangi dengan --fingerprint dan kedelapan kelompok itu.",
        "en": "The fingerprint of {name} is {fingerprint} and was not confirmed. "
        "Nothing was changed. "
        "Compare it with the other side on paper or by telephone; if it is the same, do it again with --fingerprint and the eight groups.",
    },
    "headquarters.only": {
        "id": "Hanya perangkat pusat yang dapat melakukannya. Tidak ada yang diubah. "
        "Minta pusat mendaftarkan perangkat ini dengan peran pusat.",
        "en": "Only a device of headquarters can do that. Nothing was changed. "
        "Ask headquarters to enrol this device with their role.",
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
    "instrument.taken": {
        "id": "Instrumen {name} sudah terpasang dengan isi lain, dan versi yang terpasang tidak pernah berubah. Tidak ada yang dipasang. Naikkan “version” di berkas itu, sebut versi lama di “replaces”, lalu pasang lagi.",
        "en": "The instrument {name} is installed already with other contents, and an installed version never changes. Nothing was installed. Raise “version” in the file, name the old one in “replaces”, then install it again.",
    },
    "instrument.unknown": {
        "id": "Instrumen {instrument} belum terpasang. Data penilaian tetap aman. "
        "Lihat yang terpasang dengan: kepatuhan instrument list.",
        "en": "The instrument {instrument} is not installed. Assessment data is safe. "
        "See what is installed with: kepatuhan instrument list.",
    },
    "key.unusable": {
        "id": "Kunci {name} tidak dapat dipakai menandatangani: {reason}. "
        "Tidak ada yang ditandatangani dan tidak ada yang diubah. "
        "Minta sertifikat baru, atau tanda tangani dengan kunci perangkat ini.",
        "en": "The key {name} cannot sign: {reason}. "
        "Nothing was signed and nothing was changed. "
        "Ask for a new certificate, or sign with the key of this device.",
    },
    "keys.missing": {
        "id": "Kunci ruang kerja tidak dapat dibuka ({path}). Data tetap ada dan tetap tersandi. "
        "Kembalikan berkas keys.json dan workspace.key dari salinan; jangan membuat ruang kerja baru di folder ini.",
        "en": "The workspace key cannot be opened ({path}). The data is still there, encrypted. "
        "Bring keys.json and workspace.key back from a copy; do not make a new workspace in this folder.",
    },
    "keys.readable": {
        "id": "Berkas kunci {path} dapat dibaca pengguna lain di komputer ini. Data tetap aman tersandi dan tidak ada yang diubah. "
        "Batasi izinnya untuk Anda sendiri (chmod 600).",
        "en": "Other users of this computer can read the key file {path}. The data is still encrypted and nothing was changed. "
        "Allow reading to yourself alone (chmod 600).",
    },
    "paper.damaged": {
        "id": "Kode pada lembar ini dibuat oleh Kepatuhan Desktop, tetapi sebagian terbaca salah atau telah diubah. "
        "Tidak ada yang diubah. Foto ulang kodenya dari dekat dengan cahaya cukup, atau periksa berkas PDF-nya.",
        "en": "The code on this page was made by Kepatuhan Desktop, but a part of it was misread or changed. "
        "Nothing was changed. Photograph the code again from nearby in good light, or verify the PDF file.",
    },
    "paper.foreign": {
        "id": "Kode ini bukan kode kartu nilai Kepatuhan Desktop. Tidak ada yang diubah. "
        "Pakai kode di samping tanda tangan pada kartu nilai.",
        "en": "This is not the code of a Kepatuhan Desktop scorecard. Nothing was changed. "
        "Use the code beside the signatures on the scorecard.",
    },
    "paper.missing": {
        "id": "Tidak ada kode yang terbaca pada {name}. Gambarnya tidak disimpan dan tidak diubah. "
        "Foto ulang kodenya dari dekat dengan cahaya cukup, atau periksa berkas PDF-nya.",
        "en": "No code could be read in {name}. The picture was neither kept nor changed. "
        "Photograph the code again from nearby in good light, or verify the PDF file.",
    },
    "paper.newer": {
        "id": "Kode ini dibuat oleh versi program yang lebih baru (format {found}; program ini mengenal {supported}). "
        "Tidak ada yang diubah. Pasang versi program terbaru.",
        "en": "A newer version of the program made this code (format {found}; this program knows {supported}). "
        "Nothing was changed. Install the newest version of the program.",
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
    "request.damaged": {
        "id": "Berkas permohonan tidak dapat diterima: {reason}. "
        "Tidak ada yang diterbitkan. "
        "Minta auditor membuat dan mengirim berkas permohonan yang baru.",
        "en": "The request file cannot be accepted: {reason}. "
        "Nothing was issued. "
        "Ask the auditor to make and send a new request file.",
    },
    "secret.wrong": {
        "id": "Kata sandi atau PIN untuk {name} tidak cocok. "
        "Tidak ada yang diubah. "
        "Periksa huruf besar dan kecilnya lalu coba lagi; token dapat terkunci setelah beberapa kali salah.",
        "en": "The passphrase or PIN for {name} does not fit. "
        "Nothing was changed. "
        "Check upper and lower case and try again; a token may lock after several wrong attempts.",
    },
    "stamp.foreign": {
        "id": "Berkas {name} bukan kartu nilai ini yang dibubuhi stempel: isinya tidak dimulai dengan berkas yang dikunci. "
        "Tidak ada yang disimpan. Kirim berkas PDF yang dikunci apa adanya untuk distempel, tanpa dicetak ulang atau diubah.",
        "en": "The file {name} is not this scorecard with a stamp: it does not begin with the sealed file. "
        "Nothing was kept. Have the sealed PDF itself stamped, neither printed again nor changed.",
    },
    "stamp.refused": {
        "id": "Berkas {name} memuat kartu nilai yang dikunci, tetapi tidak diterima: {reason}. Tidak ada yang disimpan; "
        "kartu nilai yang dikunci tetap utuh. Minta stempel baru pada bidang tanda tangan “TTE”.",
        "en": "The file {name} contains the sealed scorecard, but is not accepted: {reason}. Nothing was kept; "
        "the sealed scorecard is intact. Ask for a new stamp in the signature field “TTE”.",
    },
    "token.not_installed": {
        "id": "Bagian program untuk token dan kartu pintar belum terpasang. "
        "Kunci perangkat ini tetap dapat dipakai. "
        "Pasang dengan: pip install “kepatuhan-desktop[token]”.",
        "en": "The part of the program for tokens and smart cards is not installed. "
        "The key of this device can still sign. "
        "Install it with: pip install “kepatuhan-desktop[token]”.",
    },
    "trust.damaged": {
        "id": "Berkas kepercayaan tidak dapat diterima: {reason}. "
        "Kepercayaan perangkat ini tidak berubah. "
        "Minta salinan baru dari kantor pusat.",
        "en": "The trust file cannot be accepted: {reason}. "
        "What this device trusts did not change. "
        "Ask headquarters for a new copy.",
    },
    "trust.foreign": {
        "id": "Berkas kepercayaan ini memakai nama “{authority}” tetapi ditandatangani oleh pihak lain (sidik jari {fingerprint}). "
        "Kepercayaan perangkat ini tidak berubah. "
        "Jangan dipakai; hubungi kantor pusat. "
        "Bila akar lamanya hilang, kantor pusat harus mendirikan otoritas dengan nama baru.",
        "en": "This trust file uses the name “{authority}” but somebody else signed it (fingerprint {fingerprint}). "
        "What this device trusts did not change. "
        "Do not use it; call headquarters. "
        "Where the old root is lost, headquarters must found an authority under a new name.",
    },
    "trust.older": {
        "id": "Berkas kepercayaan dari {authority} ini versi {found}, sedangkan versi {known} yang isinya lain sudah dikenal. "
        "Kepercayaan perangkat ini tidak berubah. "
        "Minta berkas terbaru dari kantor pusat.",
        "en": "This trust file of {authority} is version {found}, but version {known}, which says something else, is known already. "
        "What this device trusts did not change. "
        "Ask headquarters for the newest file.",
    },
    "units.damaged": {
        "id": "Daftar unit {name} tidak dapat dicatat. Tidak ada yang diubah. Perbaiki yang berikut, lalu coba lagi: {reason}",
        "en": "The register of units {name} cannot be loaded. Nothing was changed. Correct the following, then try again: {reason}",
    },
    "verify.unsupported": {
        "id": "{name} tidak dapat diperiksa: bukan kartu nilai PDF, paket, foto kode QR, atau teks KPD1. Berkas itu tidak "
        "diubah. Pilih berkas PDF yang ditandatangani, atau foto kode pada lembarnya.",
        "en": "{name} cannot be checked: it is no scorecard PDF, bundle, picture of a QR code or KPD1 text. The file was not "
        "changed. Choose the signed PDF, or photograph the code on the sheet.",
    },
    **storage_sentences.SENTENCES,
}


class _Parameters(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: KnownError, language: str = "id") -> str:
    """The sentence for `error`; parameters it lacks read "?"."""
    words = SENTENCES[error.code]
    parameters = _Parameters(in_language(error.parameters, language))
    named = FIELDS.get(parameters.get("field", ""))
    if named:
        parameters["field"] = named.get(language, named["id"])
    if "reason" in parameters:
        parameters["reason"] = reason(parameters["reason"], language)
    return words.get(language, words["id"]).format_map(parameters)


def reason(given: str, language: str = "id") -> str:
    """A reason in words; what the system says is translated, or given by its code."""
    words = REASONS.get(given) or REFUSALS.get(given)
    if words is None:
        code = next(
            (name for number, name in errno.errorcode.items() if os.strerror(number) == given),
            given,
        )
        words = REFUSALS.get(code, {"id": code, "en": given})
    return words.get(language, words["id"])


def statement(said: statements.Said, language: str = "id") -> str:
    """The sentence for a statement of a verdict."""
    return statements.sentence(said, language)
