"""What is said about one signature: unchanged, who, trusted by whom, when."""

SENTENCES: dict[str, dict[str, str]] = {
    "trusted.before_certificate": {
        "id": "Dijamin {authority}, tetapi waktu yang disebut mendahului sertifikatnya ({since}): jam penanda tangan tampaknya salah.",
        "en": "Vouched for by {authority}, but the claimed time is before the certificate began ({since}): the signer’s clock seems wrong.",
    },
    "trusted.chain": {
        "id": "Sertifikatnya menyebut {authority}, tetapi rantai jaminannya tidak memenuhi syarat.",
        "en": "The certificate names {authority}, but the chain up to it does not hold.",
    },
    "trusted.expired": {
        "id": "Sertifikat dari {authority} sudah berakhir pada {until}, sebelum penandatanganan.",
        "en": "The certificate from {authority} had ended on {until}, before the signing.",
    },
    "trusted.expired_since": {
        "id": "Dijamin {authority} waktu itu, tetapi sertifikatnya berakhir pada {until} dan berkas baru dilihat di sini sesudahnya.",
        "en": "Vouched for by {authority} then, but the certificate ended on {until} and this device saw the file only later.",
    },
    "trusted.key_usage": {
        "id": "Sertifikatnya tidak diberikan untuk menandatangani dokumen.",
        "en": "The certificate was not given for signing documents.",
    },
    "trusted.namesake": {
        "id": "Dijamin {authority}, yang belum dikenal di perangkat ini, padahal {name} terdaftar di sini dengan kunci lain. Tanyakan kepadanya apakah sertifikat ini miliknya.",
        "en": "Vouched for by {authority}, which this device does not know, although {name} is registered here with another key. Ask whether this certificate is theirs.",
    },
    "trusted.no_revocation_data": {
        "id": "Dijamin {authority}, tetapi tidak ada daftar pencabutan di sini: belum tentu sertifikatnya masih berlaku.",
        "en": "Vouched for by {authority}, but there is no revocation list here: the certificate may have been revoked.",
    },
    "trusted.nobody": {
        "id": "Tidak ada otoritas yang menjamin kunci ini. Bandingkan sidik jari kuncinya dengan pemiliknya: {device}.",
        "en": "No authority vouches for this key. Compare its fingerprint with its owner: {device}.",
    },
    "trusted.not_checked": {
        "id": "Penjaminnya tidak diperiksa, karena kunci yang menandatangani belum terbukti.",
        "en": "Who vouches for it was not checked, because the key that signed is not proved.",
    },
    "trusted.not_yet": {
        "id": "Sertifikat dari {authority} baru berlaku mulai {since}.",
        "en": "The certificate from {authority} only begins on {since}.",
    },
    "trusted.ok": {
        "id": "Dijamin {authority}; tidak dicabut menurut daftar {as_of}.",
        "en": "Vouched for by {authority}; not revoked according to the list of {as_of}.",
    },
    "trusted.old_revocation_data": {
        "id": "Dijamin {authority}, tetapi daftar pencabutan di sini sudah berumur {days} hari ({as_of}). Muat berkas kepercayaan yang baru.",
        "en": "Vouched for by {authority}, but the revocation list here is {days} days old ({as_of}). Load a new trust file.",
    },
    "trusted.registered_since": {
        "id": "Perangkatnya kemudian didaftarkan oleh {authority}; waktu ditandatangani, belum.",
        "en": "{authority} has registered the device since; it had not when this was signed.",
    },
    "trusted.renewed": {
        "id": "Dijamin {authority}. Sertifikat ini diganti pada {since} dengan yang lain untuk kunci yang sama; penggantinya tidak dicabut menurut daftar {as_of}.",
        "en": "Vouched for by {authority}. This certificate was replaced on {since} by another one of the same key, which is not revoked according to the list of {as_of}.",
    },
    "trusted.replaced_root": {
        "id": "Dijamin {authority} dengan kunci lama yang sudah menunjuk penggantinya; tidak dicabut menurut daftar {as_of}.",
        "en": "Vouched for by {authority} with an older key that named its successor; not revoked according to the list of {as_of}.",
    },
    "trusted.revoked": {
        "id": "Sertifikat dari {authority} dicabut pada {since}, sebelum berkas ini diterima di sini.",
        "en": "The certificate from {authority} was revoked on {since}, before this file was received here.",
    },
    "trusted.revoked_later": {
        "id": "Sertifikat dari {authority} dicabut pada {since}, sesudah berkas ini diterima di sini ({received}).",
        "en": "The certificate from {authority} was revoked on {since}, after this file was received here ({received}).",
    },
    "trusted.role": {
        "id": "{authority} mengenal pemiliknya, tetapi tidak sebagai auditor.",
        "en": "{authority} knows its holder, but not as an auditor.",
    },
    "trusted.same_name": {
        "id": "Penerbit sertifikat memakai nama otoritas yang dikenal ({authority}), tetapi kuncinya lain: tiruan.",
        "en": "The issuer of the certificate uses the name of a known authority ({authority}) with another key: an imitation.",
    },
    "trusted.self_stamped": {
        "id": "Sertifikat ini dibuat sendiri dan tidak dijamin siapa pun, jadi ini bukan TTE tersertifikasi.",
        "en": "This certificate was made by its own holder and nobody vouches for it, so this is no certified signature (TTE).",
    },
    "trusted.unknown_issuer": {
        "id": "Dijamin {authority}, yang belum dikenal di perangkat ini. Muat berkas kepercayaannya bila Anda mempercayainya.",
        "en": "Vouched for by {authority}, which this device does not know. Load its trust file if you trust it.",
    },
    "trusted.unlisted": {
        "id": "Diterbitkan dengan kunci lama {authority} yang sudah diganti, dan tidak ada dalam daftarnya yang sekarang.",
        "en": "Issued with an older key of {authority} that was replaced, and its present list does not name it.",
    },
    "trusted.witnessed": {
        "id": "Kunci sekali pakai; auditor menyebutnya dalam catatan yang ditandatanganinya, jadi auditorlah saksinya.",
        "en": "A one-time key; the auditor names it in the record that the auditor signed, and so is its witness.",
    },
    "unchanged.action": {
        "id": "Di dalamnya ada perintah yang berjalan sendiri (skrip, tautan, atau tindakan). Kartu nilai tidak pernah memuatnya.",
        "en": "It holds something that acts by itself (a script, a link or an action). Scorecards never do.",
    },
    "unchanged.addition": {
        "id": "Sesudah ditandatangani, ditambahkan sesuatu yang tidak diizinkan.",
        "en": "After it was signed, something was added that is not allowed.",
    },
    "unchanged.annotation": {
        "id": "Di atas halaman ditempelkan anotasi yang bukan bagian dari yang ditandatangani.",
        "en": "An annotation was laid over a page that is no part of what was signed.",
    },
    "unchanged.attachment": {
        "id": "Lampiran (catatan penilaian atau instrumen) kurang, ditambah, atau diganti.",
        "en": "An attachment (the record or the instrument) is missing, added or replaced.",
    },
    "unchanged.bundle": {
        "id": "Utuh: pengirim menandatangani daftar isi paket, dan setiap berkas di dalamnya sama dengan daftar itu.",
        "en": "Unchanged: the sender signed the bundle’s list of contents, and every file inside is as that list says.",
    },
    "unchanged.bundle_damaged": {
        "id": "Isi paket tidak sama dengan yang dinyatakannya ({fault}): rusak atau diubah.",
        "en": "The contents of the bundle are not what it declares ({fault}): damaged or changed.",
    },
    "unchanged.bundle_signature": {
        "id": "Tanda tangan pengirim pada paket tidak ada atau tidak cocok ({fault}).",
        "en": "The sender’s signature on the bundle is missing or does not fit ({fault}).",
    },
    "unchanged.bundle_unsafe": {
        "id": "Paket ini tidak disusun seperti paket dari program ini ({fault}), jadi isinya tidak dibuka.",
        "en": "The bundle is not made as this program makes them ({fault}), so its contents were not opened.",
    },
    "unchanged.certification": {
        "id": "Tanda tangan pertama bukan pengesahan auditor atas seluruh berkas.",
        "en": "The first signature is not the auditor’s certification of the whole file.",
    },
    "unchanged.coverage": {
        "id": "Ada bagian berkas yang berada di luar tanda tangan.",
        "en": "A part of the file lies outside the signature.",
    },
    "unchanged.digest": {
        "id": "Isi berkas berubah sesudah ditandatangani.",
        "en": "The content changed after it was signed.",
    },
    "unchanged.extended": {
        "id": "Utuh sejak ditandatangani; sesudahnya hanya ditambah tanda tangan yang diizinkan ({later}).",
        "en": "Unchanged since it was signed; only permitted signatures were added ({later}).",
    },
    "unchanged.field": {
        "id": "Ruang tanda tangan atau isian ditambah, digeser, atau diisi tidak semestinya.",
        "en": "A signature field or a form field was added, moved or filled in as it must not be.",
    },
    "unchanged.ok": {
        "id": "Utuh: setiap bagian berkas sama seperti ketika ditandatangani.",
        "en": "Unchanged: every part of the file is as it was when it was signed.",
    },
    "unchanged.padding": {
        "id": "Di ruang tanda tangan disembunyikan data lain.",
        "en": "Other data is hidden in the room for the signature.",
    },
    "unchanged.page": {
        "id": "Halaman, gambar, atau hurufnya diganti sesudah ditandatangani.",
        "en": "A page, a picture or a font was replaced after it was signed.",
    },
    "unchanged.paper": {
        "id": "Kode pada lembar utuh: perangkat yang disebutnya memang menandatanganinya.",
        "en": "The code on the sheet is unchanged: the device that it names did sign it.",
    },
    "unchanged.paper_signature": {
        "id": "Kode pada lembar diubah atau dipalsukan: tanda tangannya tidak cocok.",
        "en": "The code on the sheet was changed or forged: its signature does not fit.",
    },
    "unchanged.permissions": {
        "id": "Pengesahannya mengizinkan lebih banyak perubahan daripada kartu nilai yang sebenarnya.",
        "en": "Its certification allows more changes than a real scorecard does.",
    },
    "unchanged.recycled": {
        "id": "Satu tanda tangan dipakai untuk dua ruang tanda tangan.",
        "en": "One signature was used for two signature fields.",
    },
    "unchanged.signature": {
        "id": "Tanda tangannya sendiri rusak atau tidak cocok dengan kuncinya.",
        "en": "The signature itself is damaged or does not fit its key.",
    },
    "unchanged.structure": {
        "id": "Susunan berkas tidak seperti kartu nilai: ada bagian yang dapat dipertukarkan atau disembunyikan.",
        "en": "The file is not built as a scorecard is: parts of it could be exchanged or hidden.",
    },
    "unchanged.supplemented": {
        "id": "Utuh sejak ditandatangani; sesudahnya hanya ditambah data untuk memeriksanya.",
        "en": "Unchanged since it was signed; only data for checking it was added.",
    },
    "unchanged.unchecked": {
        "id": "Belum dapat diperiksa: kunci perangkat yang disebut kode ini tidak ada di sini.",
        "en": "This cannot be checked yet: the key of the device that the code names is not here.",
    },
    "unchanged.validation_data": {
        "id": "Sertifikat atau daftar pencabutan di dalamnya dihapus atau diganti sesudah ditandatangani.",
        "en": "Certificates or revocation lists inside were removed or replaced after it was signed.",
    },
    "when.clock": {
        "id": "Menyebut {claimed}, padahal itu tidak mungkin (pembanding: {bound}): jam penanda tangan tampaknya salah.",
        "en": "It claims {claimed}, which cannot be (bound: {bound}): the signer’s clock seems wrong.",
    },
    "when.clock_here": {
        "id": "Menyebut {claimed}. Jam perangkat ini ({now}) salah: sekurang-kurangnya sudah {floor}. Perbaiki jamnya, lalu periksa lagi.",
        "en": "It claims {claimed}. The clock of this device ({now}) is wrong: it is {floor} at least. Set the clock and check again.",
    },
    "when.first_seen": {
        "id": "Menurut penandatangan: {claimed}. Perangkat ini baru melihatnya pada {received}.",
        "en": "By the signer’s word: {claimed}. This device sees it for the first time on {received}.",
    },
    "when.missing": {
        "id": "Tanda tangan ini tidak menyebut waktu.",
        "en": "This signature names no time.",
    },
    "when.ok": {
        "id": "Menurut penandatangan: {claimed}. Perangkat ini sudah melihatnya pada {received}.",
        "en": "By the signer’s word: {claimed}. This device saw it on {received} already.",
    },
    "when.paper": {
        "id": "Menurut kode pada lembar: {day}.",
        "en": "By the word of the code on the sheet: {day}.",
    },
    "when.unproven": {
        "id": "Waktunya tidak terbukti, karena tanda tangannya tidak cocok.",
        "en": "The time is not proved, because the signature does not fit.",
    },
    "who.certificate": {
        "id": "{name} (NIP {nip}), menurut sertifikat dari {issuer}.",
        "en": "{name} (NIP {nip}), by a certificate from {issuer}.",
    },
    "who.device": {
        "id": "Perangkat dengan sidik {device}; pemiliknya tidak dikenal di sini.",
        "en": "A device with the fingerprint {device}; its owner is not known here.",
    },
    "who.enrolled": {
        "id": "{name} (NIP {nip}), terdaftar pada {issuer}.",
        "en": "{name} (NIP {nip}), registered with {issuer}.",
    },
    "who.namesake": {
        "id": "Mengaku {name} (NIP {nip}), padahal orang itu terdaftar dengan kunci lain.",
        "en": "Claims to be {name} (NIP {nip}), who is registered with another key.",
    },
    "who.not_named": {
        "id": "Ditandatangani dengan sertifikat {name} (NIP {nip}), bukan yang disebut dalam catatan yang disahkan auditor.",
        "en": "Signed with a certificate of {name} (NIP {nip}), not with the one that the certified record names.",
    },
    "who.registered_since": {
        "id": "{name} (NIP {nip}): perangkat ini kini terdaftar atas namanya.",
        "en": "{name} (NIP {nip}): this device is now registered in that name.",
    },
    "who.self_issued": {
        "id": "Mengaku {name} (NIP {nip}); belum terdaftar pada otoritas mana pun.",
        "en": "Claims to be {name} (NIP {nip}); not registered with any authority yet.",
    },
    "who.unproven": {
        "id": "Tidak terbukti siapa pun: tanda tangannya tidak cocok.",
        "en": "Nobody is proved: the signature does not fit.",
    },
    "who.witnessed": {
        "id": "{name} (NIP {nip}), menandatangani di layar di hadapan auditor.",
        "en": "{name} (NIP {nip}), who signed on the screen before the auditor.",
    },
}
