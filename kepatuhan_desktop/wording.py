"""Name fields and reasons in Indonesian and English, for the sentences in `messages`."""

FIELDS: dict[str, dict[str, str]] = {
    "--home": {"id": "--home", "en": "--home"},
    "auditor": {"id": "nama auditor", "en": "name of the auditor"},
    "auditor_signature": {"id": "tanda tangan auditor", "en": "signature of the auditor"},
    "comments": {
        "id": "komentar atau alasan pengembalian",
        "en": "comments or the reason for sending it back",
    },
    "day": {"id": "hari kunjungan", "en": "day of the visit"},
    "device": {"id": "perangkat auditor", "en": "the auditor's device"},
    "evidence": {"id": "bukti", "en": "evidence"},
    "indicator": {"id": "indikator", "en": "indicator"},
    "institution": {"id": "nama instansi", "en": "name of the institution"},
    "late": {"id": "isian yang datang terlambat", "en": "entries that came late"},
    "name": {"id": "nama", "en": "name"},
    "not_applicable": {"id": "tidak berlaku", "en": "not applicable"},
    "option": {"id": "pilihan jawaban", "en": "answer option"},
    "passphrase": {
        "id": "frasa sandi, sedikitnya 12 huruf",
        "en": "passphrase, at least 12 characters",
    },
    "person": {"id": "nama orang", "en": "name of the person"},
    "passphrase_file": {
        "id": "berkas frasa sandi atau kata sandi",
        "en": "file of a passphrase or a password",
    },
    "period": {"id": "periode", "en": "period"},
    "place": {"id": "tempat", "en": "place"},
    "plan": {
        "id": "rencana kunjungan yang belum dimulai",
        "en": "visit plan that has not begun",
    },
    "product": {"id": "nama produk layanan", "en": "name of the service product"},
    "reason": {"id": "alasan", "en": "reason"},
    "record": {
        "id": "unit:…, institution:…, atau product:…",
        "en": "unit:…, institution:… or product:…",
    },
    "recipient": {"id": "penerima paket", "en": "recipient of bundles"},
    "recipients": {
        "id": "penerima paket: rekan terdaftar (--to) atau kunci age (--recipient), tanpa --plain",
        "en": "recipients of the bundle: an enrolled colleague (--to) or an age key "
        "(--recipient), without --plain",
    },
    "revision": {"id": "revisi", "en": "revision"},
    "revoked_since": {"id": "dicabut sejak", "en": "revoked since"},
    "role": {"id": "tanda tangan siapa", "en": "whose signature"},
    "roles": {"id": "peran", "en": "roles"},
    "set": {"id": "--set FIELD=TEKS", "en": "--set FIELD=TEXT"},
    "statement": {"id": "uraian temuan", "en": "what was found"},
    "unit": {"id": "nama unit layanan", "en": "name of the service unit"},
    "unit_signature": {
        "id": "tanda tangan pimpinan unit atau alasan menolak",
        "en": "signature of the head of unit or the reason for refusing",
    },
    "unreachable": {
        "id": "penerima surat: perangkat itu tidak terdaftar atau sudah dicabut, "
        "jadi hanya surat tanpa enkripsi yang dapat ditulis kepadanya",
        "en": "recipient of the letter: that device is not enrolled or was revoked, "
        "so only a letter that is not encrypted can be written to it",
    },
    "version": {"id": "versi", "en": "version"},
}
"""What people call the fields that `InputInvalid` names."""

REASONS: dict[str, dict[str, str]] = {
    "algorithm": {"id": "jenis kuncinya tidak didukung", "en": "its kind of key is not supported"},
    "certificate": {
        "id": "sertifikat di dalamnya tidak sah",
        "en": "a certificate in it does not hold",
    },
    "date": {"id": "tanggalnya tidak masuk akal", "en": "its dates make no sense"},
    "device_taken": {
        "id": "perangkat itu masih terdaftar atas nama orang lain, cabut dahulu",
        "en": "that device still stands under another person's name, revoke that first",
    },
    "duplicate": {
        "id": "perangkat atau sertifikat yang sama tercantum dua kali",
        "en": "the same device or certificate stands in it twice",
    },
    "expired": {"id": "sertifikatnya sudah tidak berlaku", "en": "its certificate has expired"},
    "form": {"id": "isinya tidak sesuai format", "en": "its contents do not fit the format"},
    "handover": {
        "id": "akar barunya tidak disahkan oleh akar yang lama",
        "en": "the old root does not vouch for the new one",
    },
    "key_stolen": {
        "id": "kunci perangkat itu dicabut karena bocor, perangkat harus memakai kunci baru",
        "en": "that device's key was revoked as stolen, the device needs a new key",
    },
    "missing": {"id": "berkasnya tidak ditemukan", "en": "the file was not found"},
    "module": {
        "id": "pustaka tokennya tidak dapat dimuat",
        "en": "the token's library cannot be loaded",
    },
    "no_key": {
        "id": "tidak berisi kunci beserta sertifikatnya",
        "en": "it holds no key together with its certificate",
    },
    "not_yet": {
        "id": "sertifikatnya belum berlaku, atau jam perangkat salah",
        "en": "its certificate is not valid yet, or the clock of this device is wrong",
    },
    "older_copy": {
        "id": "isinya salinan lama, lebih tua daripada yang pernah diterbitkan",
        "en": "it is an old copy, older than what was published",
    },
    "recipient": {
        "id": "penerima paketnya tidak sah",
        "en": "a recipient of bundles in it does not hold",
    },
    "revocations": {
        "id": "daftar pencabutannya tidak sah",
        "en": "a revocation list in it does not hold",
    },
    "revoked": {"id": "sertifikatnya sudah dicabut", "en": "its certificate was revoked"},
    "signature": {
        "id": "tanda tangannya tidak cocok dengan isinya",
        "en": "its signature does not fit its contents",
    },
    "size": {"id": "ukurannya melampaui batas", "en": "it is larger than the limit"},
    "stamp_changed": {
        "id": "di dalamnya ada perubahan selain stempel",
        "en": "something besides the stamp was changed in it",
    },
    "stamp_missing": {
        "id": "bidang “TTE” di dalamnya belum bertanda tangan",
        "en": "the field “TTE” in it carries no signature",
    },
    "stamp_self_issued": {
        "id": "stempelnya memakai sertifikat yang dibuat sendiri, jadi bukan TTE tersertifikasi",
        "en": "its stamp uses a certificate that its holder made, so it is no certified signature",
    },
    "stamp_unreadable": {
        "id": "berkasnya rusak",
        "en": "the file is damaged",
    },
    "token": {
        "id": "token atau kuncinya tidak ditemukan",
        "en": "the token or its key was not found",
    },
    "unknown_device": {"id": "perangkat itu tidak terdaftar", "en": "that device is not enrolled"},
    "unpublished": {
        "id": "akar yang sekarang belum pernah diterbitkan",
        "en": "the present root was never published",
    },
    "usage": {
        "id": "sertifikatnya tidak diizinkan untuk tanda tangan yang tidak dapat disangkal",
        "en": "its certificate is not meant for signatures that bind",
    },
    "checksum": {"id": "salah satu isinya berubah", "en": "a part of it changed"},
    "encryption": {
        "id": "bagian yang disandikan berubah atau terpotong",
        "en": "the encrypted part changed or was cut",
    },
    "entries": {"id": "daftar entrinya terpotong", "en": "its list of entries is cut off"},
    "other_content": {
        "id": "tanda tangannya untuk isi yang lain",
        "en": "the signature is about other contents",
    },
    "other_device": {"id": "ditandatangani perangkat yang lain", "en": "another device signed it"},
    "truncated": {"id": "berkasnya terpotong", "en": "the file is cut off"},
    "unknown": {
        "id": "tidak terdaftar pada pusat yang dikenal perangkat ini",
        "en": "no headquarters that this device knows enrolled it",
    },
    "unsigned": {"id": "tidak ada tanda tangan", "en": "there is no signature"},
    "wrong_key": {"id": "dibuat dengan kunci yang lain", "en": "another key made it"},
    "zip_compression": {"id": "isinya dimampatkan", "en": "its contents are compressed"},
    "zip_directory": {
        "id": "daftar isinya tidak cocok dengan isinya",
        "en": "its directory disagrees with its contents",
    },
    "zip_encrypted": {"id": "isi ZIP-nya dikunci", "en": "a file in the ZIP is locked"},
    "zip_folder": {
        "id": "isinya tersebar di beberapa folder",
        "en": "its contents lie in several folders",
    },
    "zip_header": {
        "id": "keterangan berkas di dalamnya menyimpang",
        "en": "a file's header in it is unusual",
    },
    "zip_name": {
        "id": "ada nama berkas yang tidak diperbolehkan",
        "en": "it holds a file name that is not allowed",
    },
    "zip_order": {"id": "urutan isinya lain", "en": "its contents stand in another order"},
    "zip_structure": {"id": "susunannya rusak", "en": "its structure is damaged"},
    "zip_twice": {"id": "satu berkas ada dua kali", "en": "one file stands in it twice"},
}
"""What a `reason` reads like in a sentence; any other is shown as it is."""


def in_language(parameters: dict[str, str], language: str) -> dict[str, str]:
    """The parameters of a sentence in `language`: `x_en` says in English what `x` says."""
    return {name: parameters.get(f"{name}_{language}", it) for name, it in parameters.items()}
