"""Say what can be the matter with a workspace or with a place to write to, in both languages."""

_SAFE_ID = "Semua jawaban dan bukti yang sudah tersimpan tetap aman."
_SAFE_EN = "Every answer and piece of evidence already saved is safe."

SENTENCES: dict[str, dict[str, str]] = {
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
    "workspace.missing": {
        "id": "Tidak ada ruang kerja di {path}. Tidak ada yang dibuat dan tidak ada yang diubah. "
        "Periksa ejaan --home; bila memang hendak memulai yang baru, buka jendela program di folder itu atau "
        "jalankan: kepatuhan identity show.",
        "en": "There is no workspace at {path}. Nothing was made and nothing was changed. "
        "Check the spelling of --home; to begin a new one there, open the program's window on that folder or "
        "run: kepatuhan identity show.",
    },
    "workspace.not_empty": {
        "id": "Ruang kerja {path} sudah berisi data. Tidak ada yang diubah. "
        "Pilih folder baru atau folder kosong dengan --home.",
        "en": "The workspace {path} holds data already. Nothing was changed. "
        "Choose a new or an empty folder with --home.",
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
    "writing.no_folder": {
        "id": "Folder {path} tidak ada dan tidak dibuat. Tidak ada yang ditulis, dan data di ruang kerja tetap aman. "
        "Periksa ejaannya, buat folder itu dahulu, atau pilih folder lain.",
        "en": "The folder {path} is not there and was not made. Nothing was written, and the data in the workspace is safe. "
        "Check its spelling, make the folder first, or choose another one.",
    },
    "writing.not_a_file": {
        "id": "{path} bukan berkas biasa melainkan folder, peranti, atau pipa, maka tidak ditimpa. "
        "Tidak ada yang ditulis, dan data di ruang kerja tetap aman. Sebutkan nama berkas yang baru.",
        "en": "{path} is no ordinary file but a folder, a device or a pipe, and was not replaced. "
        "Nothing was written, and the data in the workspace is safe. Give the name of a new file.",
    },
    "writing.refused": {
        "id": "Folder {path} tidak dapat ditulisi. Tidak ada yang ditulis, dan data di ruang kerja tetap aman. "
        "Beri izin tulis pada folder itu, atau pilih folder lain.",
        "en": "The folder {path} cannot be written to. Nothing was written, and the data in the workspace is safe. "
        "Allow writing there, or choose another folder.",
    },
}

REFUSALS: dict[str, dict[str, str]] = {
    "E2BIG": {"id": "terlalu banyak sekaligus", "en": "too much at once"},
    "EACCES": {"id": "tidak diizinkan", "en": "permission denied"},
    "EBADF": {"id": "berkasnya sudah tertutup", "en": "the file is closed already"},
    "EBUSY": {"id": "sedang dipakai", "en": "it is in use"},
    "EEXIST": {"id": "sudah ada", "en": "it exists already"},
    "EFBIG": {"id": "terlalu besar untuk media itu", "en": "too large for that medium"},
    "EINTR": {"id": "terputus", "en": "interrupted"},
    "EINVAL": {"id": "tidak didukung di tempat itu", "en": "not supported there"},
    "EIO": {"id": "galat baca atau tulis pada media", "en": "input/output error"},
    "EISDIR": {"id": "itu sebuah folder", "en": "it is a folder"},
    "ELOOP": {"id": "tautannya berputar-putar", "en": "its links lead in a circle"},
    "EMFILE": {"id": "terlalu banyak berkas terbuka", "en": "too many open files"},
    "ENAMETOOLONG": {"id": "namanya terlalu panjang", "en": "its name is too long"},
    "ENFILE": {"id": "terlalu banyak berkas terbuka", "en": "too many open files"},
    "ENODEV": {"id": "medianya tidak ada", "en": "the medium is not there"},
    "ENOENT": {"id": "tidak ditemukan", "en": "not found"},
    "ENOMEM": {"id": "memori tidak cukup", "en": "not enough memory"},
    "ENOSPC": {"id": "tidak ada ruang tersisa", "en": "no space is left"},
    "ENOTCONN": {"id": "medianya terlepas", "en": "the medium is not connected"},
    "ENOTDIR": {"id": "itu bukan folder", "en": "it is not a folder"},
    "ENOTEMPTY": {"id": "foldernya tidak kosong", "en": "the folder is not empty"},
    "ENXIO": {"id": "medianya tidak ada", "en": "the medium is not there"},
    "EPERM": {"id": "tidak diizinkan", "en": "not permitted"},
    "EROFS": {"id": "hanya dapat dibaca", "en": "it can only be read"},
    "ESTALE": {"id": "folder jaringannya terputus", "en": "the network folder is gone"},
    "ETIMEDOUT": {"id": "tidak menjawab", "en": "it does not answer"},
    "ETXTBSY": {"id": "sedang dijalankan", "en": "it is being run"},
    "disk I/O error": {"id": "galat baca atau tulis pada media", "en": "input/output error"},
    "database is locked": {"id": "sedang dipakai program lain", "en": "another program uses it"},
    "no file": {"id": "itu bukan berkas biasa", "en": "it is no ordinary file"},
    "the transaction was rolled back": {
        "id": "penyimpanan dibatalkan oleh basis data",
        "en": "the database gave the saving up",
    },
}
"""What the system, by the name of its error, or the database gives as the reason."""
