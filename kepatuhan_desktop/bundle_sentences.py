"""Say what can be the matter with files that travel between devices, in both languages."""

SENTENCES: dict[str, dict[str, str]] = {
    "bundle.changed": {
        "id": "Berkas {name} bukan lagi berkas yang tadi diperiksa. Tidak ada yang dimasukkan. Periksa berkas itu sekali lagi sebelum memasukkannya.",
        "en": "The file {name} is no longer the one that was inspected. Nothing was imported. Inspect it once more before importing it.",
    },
    "bundle.copy_differs": {
        "id": "Paket {name} terbaca lain dari yang ditulis; media itu mungkin rusak atau palsu. Paket itu dihapus dari media, dan isinya tetap aman di ruang kerja. Pakai media lain, lalu ekspor lagi.",
        "en": "The bundle {name} reads differently from what was written; the medium may be broken or fake. It was removed from the medium, and its contents are safe in the workspace. Use another medium and export again.",
    },
    "bundle.damaged": {
        "id": "Isi paket {name} tidak sama dengan yang dinyatakannya ({reason}). Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Minta pengirim menyalin paket itu sekali lagi.",
        "en": "The contents of the bundle {name} are not what it declares ({reason}). Nothing was imported, and the data in the workspace is safe. Ask the sender to copy the bundle once more.",
    },
    "bundle.needs_workspace": {
        "id": "Paket {name} disandikan, dan kunci pembukanya ada di ruang kerja penerimanya. Tidak ada yang diperiksa, dan berkas itu tidak diubah. Periksa di perangkat penerimanya, atau sebutkan ruang kerjanya dengan --home.",
        "en": "The bundle {name} is encrypted, and the key for it lies in its recipient’s workspace. Nothing was checked, and the file was not changed. Check it on the recipient’s device, or name the workspace with --home.",
    },
    "bundle.newer": {
        "id": "Paket {name} memakai format {found}; program ini mengenal sampai {supported}. Tidak ada yang dimasukkan, dan berkas itu tidak diubah. Pasang versi program yang mengenal format {needed}, lalu masukkan lagi.",
        "en": "The bundle {name} uses format {found}; this program knows up to {supported}. Nothing was imported, and the file was not changed. Install a version of the program that knows format {needed}, then import it again.",
    },
    "bundle.no_space": {
        "id": "Ruang di {path} tidak cukup: perlu {needed}, tersedia {found}. Tidak ada yang ditulis, dan data di ruang kerja tetap aman. Kosongkan ruang di sana atau pilih tempat lain.",
        "en": "There is too little room at {path}: {needed} needed, {found} free. Nothing was written, and the data in the workspace is safe. Free some space there or choose another place.",
    },
    "bundle.not_for_us": {
        "id": "Paket {name} disandikan untuk penerima lain. Tidak ada yang dimasukkan, dan berkas itu tidak diubah. Serahkan kepada penerimanya, atau minta pengirim menambahkan perangkat ini sebagai penerima.",
        "en": "The bundle {name} is encrypted to other recipients. Nothing was imported, and the file was not changed. Hand it to its recipient, or ask the sender to add this device as a recipient.",
    },
    "bundle.recipients": {
        "id": "Paket ini hanya punya {found} penerima, padahal perlu sedikitnya {needed}, supaya satu kunci yang hilang tidak menghilangkan isinya. Tidak ada yang ditulis, dan data di ruang kerja tetap aman. Pasang berkas kepercayaan terbaru; bila di sana pun penerimanya kurang, kantor pusat harus menambah satu (kepatuhan authority add-recipient) lalu menerbitkannya lagi. Sementara itu, sebutkan rekan dengan --to, atau kunci age dengan --recipient.",
        "en": "Recipients of this bundle: only {found}, and {needed} at least are needed, so that one lost key does not lose its contents. Nothing was written, and the data in the workspace is safe. Adopt the newest trust file; where it names too few as well, headquarters must add one (kepatuhan authority add-recipient) and publish it again. Until then, name a colleague with --to, or an age key with --recipient.",
    },
    "bundle.sender": {
        "id": "Pengirim paket {name} tidak dapat dipercaya begitu saja ({reason}; perangkat {device}). Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Cocokkan sidik jari dengan pengirimnya, atau minta berkas kepercayaan yang terbaru.",
        "en": "The sender of the bundle {name} cannot be trusted as it stands ({reason}; device {device}). Nothing was imported, and the data in the workspace is safe. Compare the fingerprint with the sender, or ask for the newest trust file.",
    },
    "bundle.signature": {
        "id": "Tanda tangan paket {name} tidak ada atau tidak cocok ({reason}). Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Minta paket baru dari pengirimnya dan laporkan kejadian ini.",
        "en": "The signature of the bundle {name} is missing or does not match ({reason}). Nothing was imported, and the data in the workspace is safe. Ask the sender for a new bundle and report what happened.",
    },
    "bundle.too_large": {
        "id": "Paket {name} melampaui batas ({found}; batas {limit}). Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Minta pengirim membaginya ke beberapa paket.",
        "en": "The bundle {name} is beyond a limit ({found}; limit {limit}). Nothing was imported, and the data in the workspace is safe. Ask the sender to split it into several bundles.",
    },
    "bundle.unreadable": {
        "id": "Berkas {name} bukan paket, atau tidak tersalin sampai selesai. Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Periksa apakah berkasnya benar, lalu minta salinan baru.",
        "en": "The file {name} is not a bundle, or was not copied to its end. Nothing was imported, and the data in the workspace is safe. Check that it is the right file, then ask for a new copy.",
    },
    "bundle.unsafe": {
        "id": "Paket {name} disusun tidak seperti paket dari program ini ({reason}) dan tidak dibuka. Tidak ada yang dimasukkan, dan data di ruang kerja tetap aman. Jangan kemas ulang paket; minta berkas aslinya dari pengirim.",
        "en": "The bundle {name} is not made as this program makes them ({reason}) and was not opened. Nothing was imported, and the data in the workspace is safe. Do not repack bundles; ask the sender for the original file.",
    },
}
