"""What is said about a file as a whole: the score, and what else a reader must know."""

SENTENCES: dict[str, dict[str, str]] = {
    "note.amended": {
        "id": "Sudah ada revisi {revision} yang mengoreksi lembar ini. Berkas ini hanya menunjukkan keadaan sebelumnya.",
        "en": "Revision {revision} has since corrected this sheet. This file only shows how things stood before.",
    },
    "note.auditor_differs": {
        "id": "Catatan di dalamnya menyebut {name} (NIP {nip}) sebagai auditor, tetapi yang menandatangani sertifikat atas nama {signer} (NIP {signer_nip}). Tanyakan kepada keduanya.",
        "en": "The record inside names {name} (NIP {nip}) as the auditor, but a certificate in the name of {signer} (NIP {signer_nip}) signed. Ask both of them.",
    },
    "note.bundle_differs": {
        "id": "Berkasnya bukan kartu nilai yang disebut jurnal di dalam paket ini.",
        "en": "The file is not the scorecard that the journal in this bundle speaks of.",
    },
    "note.code_on_page": {
        "id": "Di halamannya ada kode kartu nilai. Foto atau potong gambar kode itu, lalu periksa gambarnya; kode itu tidak menjamin kata lain di berkas ini.",
        "en": "There is a scorecard code on its pages. Photograph that code or cut it out, and check the picture; it vouches for no other words of this file.",
    },
    "note.countersignature_missing": {
        "id": "Catatan di dalamnya menyebut kepala unit ikut menandatangani, tetapi tanda tangan itu tidak ada: berkas dipotong.",
        "en": "The record inside says that the head of the unit signed too, but that signature is not there: the file was cut.",
    },
    "note.damaged": {
        "id": "Berkas ini rusak atau bukan PDF yang utuh, sehingga tanda tangannya tidak dapat dibaca.",
        "en": "This file is damaged or no whole PDF, so its signatures cannot be read.",
    },
    "note.device_differs": {
        "id": "Catatan di dalamnya menyebut perangkat {device}, tetapi auditor menandatangani dengan kunci perangkat lain: {signer}.",
        "en": "The record inside names the device {device}, but the auditor signed with the key of another one: {signer}.",
    },
    "note.drawn_differs": {
        "id": "Halamannya bukan halaman yang dikunci di perangkat ini untuk penilaian dan revisi yang sama.",
        "en": "Its pages are not those that were sealed on this device for the same assessment and revision.",
    },
    "note.encrypted": {
        "id": "PDF ini dikunci dengan kata sandi. Kartu nilai tidak pernah dikunci, jadi ini bukan berkas aslinya.",
        "en": "This PDF is locked with a password. Scorecards never are, so this is not the original file.",
    },
    "note.entries_refused": {
        "id": "{count} baris jurnal di dalam paket tidak memenuhi format dan tidak akan diterima.",
        "en": "{count} lines of the journal in this bundle do not fit the format and would not be taken.",
    },
    "note.forged_revocations": {
        "id": "Di dalamnya ada daftar pencabutan yang mengaku dari otoritas yang dikenal, padahal bukan: daftar palsu.",
        "en": "It carries a revocation list in the name of a known authority that did not sign it: a forged list.",
    },
    "note.head_differs": {
        "id": "Catatan di dalamnya menyebut {name} (NIP {nip}) sebagai kepala unit, tetapi yang menandatangani sertifikat atas nama {signer} (NIP {signer_nip}). Tanyakan kepada kepala unitnya.",
        "en": "The record inside names {name} (NIP {nip}) as the head of the unit, but a certificate in the name of {signer} (NIP {signer_nip}) signed. Ask the head of the unit.",
    },
    "note.instrument_unknown": {
        "id": "Instrumen {instrument} tidak dikenal di perangkat ini. Nilai dihitung dengan instrumen yang terlampir.",
        "en": "The instrument {instrument} is not known on this device. The score was reckoned with the attached one.",
    },
    "note.known": {
        "id": "Penilaian ini ada di ruang kerja ini, dan isinya sama dengan yang dikunci.",
        "en": "This assessment is in this workspace, and it says what was sealed.",
    },
    "note.more_codes": {
        "id": "Di gambar ini ada {count} kode kartu nilai lain yang tidak diperiksa. Foto atau pindai lembarnya satu per satu.",
        "en": "This picture holds {count} more scorecard codes that were not checked. Photograph or scan the sheets one by one.",
    },
    "note.one_key": {
        "id": "Auditor dan kepala unit menandatangani dengan kunci yang sama: satu pemegang kunci menandatangani untuk keduanya.",
        "en": "Auditor and head of unit signed with the same key: one holder of a key signed for both.",
    },
    "note.own_certificate": {
        "id": "Auditor menandatangani dengan sertifikat dari {issuer}, bukan dengan kunci perangkat yang mencatatnya ({device}).",
        "en": "The auditor signed with a certificate from {issuer}, not with the key of the device that recorded it ({device}).",
    },
    "note.refused": {
        "id": "Kepala unit, {name}, menolak menandatangani: “{reason}”.",
        "en": "The head of the unit, {name}, refused to sign: “{reason}”.",
    },
    "note.scorecard_bad": {
        "id": "Kartu nilai {scorecard} di dalam paket tidak benar. {because}",
        "en": "The scorecard {scorecard} in this bundle is wrong. {because}",
    },
    "note.scorecard_doubtful": {
        "id": "Kartu nilai {scorecard} di dalam paket perlu ditimbang. {because}",
        "en": "The scorecard {scorecard} in this bundle has to be weighed by a person. {because}",
    },
    "note.scorecard_unknown": {
        "id": "Kartu nilai {scorecard} di dalam paket belum dapat dipastikan. {because}",
        "en": "The scorecard {scorecard} in this bundle cannot be settled. {because}",
    },
    "note.scorecards_missing": {
        "id": "{count} kartu nilai yang disebut jurnal tidak ada di dalam paket ini; mungkin ada di paket yang lain.",
        "en": "{count} scorecards that the journal names are not in this bundle; they may be in another one.",
    },
    "note.scorecards_more": {
        "id": "Masih ada {count} kartu nilai lain di dalam paket yang tidak baik dan tidak disebut di sini.",
        "en": "There are {count} more scorecards in this bundle that are not good and not named here.",
    },
    "note.seal_differs": {
        "id": "Isinya berbeda dari yang dikunci di ruang kerja ini untuk penilaian dan revisi yang sama.",
        "en": "It says something else than what was sealed in this workspace for the same assessment and revision.",
    },
    "note.sealed_at_differs": {
        "id": "Menurut catatan di dalamnya, kartu nilai dikunci pada {sealed_at}, padahal tanda tangan auditor menyebut {claimed}.",
        "en": "By the record inside the scorecard was sealed on {sealed_at}, but the auditor’s signature claims {claimed}.",
    },
    "note.stamp": {
        "id": "Sesudah penandatanganan, berkas dibubuhi tanda tangan tambahan di ruang TTE. Apakah itu TTE tersertifikasi, hanya dapat ditunjukkan oleh sertifikat akar penyedianya.",
        "en": "After the signing, another signature was put into the space for a certified one (TTE). Whether it is certified, only the root certificate of its provider can show.",
    },
    "note.timestamp": {
        "id": "Ada stempel waktu tambahan bertanggal {claimed}; penerbitnya tidak diperiksa.",
        "en": "It carries an additional time stamp of {claimed}; its issuer was not checked.",
    },
    "note.too_complex": {
        "id": "Berkas ini terlalu besar atau terlalu rumit untuk sebuah kartu nilai, dan pemeriksaannya dihentikan.",
        "en": "This file is too large or too intricate for a scorecard, and looking at it was ended.",
    },
    "note.uncertified": {
        "id": "Menurut PP 71/2019 Pasal 60, tanda tangan auditor dan kepala unit di sini adalah TTE tidak tersertifikasi.",
        "en": "Under PP 71/2019 article 60 the signatures of auditor and head of unit here are uncertified electronic signatures.",
    },
    "note.unsigned": {
        "id": "Berkas ini tidak memuat tanda tangan elektronik apa pun.",
        "en": "This file holds no electronic signature at all.",
    },
    "note.withdrawn": {
        "id": "Tanda tangan {name} pada lembar ini telah dicabut: “{reason}”.",
        "en": "The signature of {name} on this sheet was withdrawn: “{reason}”.",
    },
    "score.category_differs": {
        "id": "Pada halaman tercetak kategori {shown}, padahal jawaban di dalamnya menghasilkan {score}, kategori {category}.",
        "en": "The page shows the category {shown}, but the answers inside give {score}, category {category}.",
    },
    "score.differs": {
        "id": "Tertulis {printed}, padahal jawaban di dalamnya menghasilkan {reckoned}.",
        "en": "It says {printed}, but the answers inside give {reckoned}.",
    },
    "score.instrument_differs": {
        "id": "Instrumen yang terlampir bukan {instrument} yang sebenarnya, jadi nilainya tidak dapat dihitung ulang.",
        "en": "The attached instrument is not the real {instrument}, so the score cannot be reckoned anew.",
    },
    "score.no_scorecards": {
        "id": "Tidak ada kartu nilai di dalam paket ini, jadi tidak ada nilai yang perlu dihitung ulang.",
        "en": "No scorecard lies in this bundle, so there is no score to reckon anew.",
    },
    "score.not_reckoned": {
        "id": "Nilainya tidak dapat dihitung ulang dari berkas ini.",
        "en": "The score cannot be reckoned anew from this file.",
    },
    "score.ok": {
        "id": "Dihitung ulang dari jawaban di dalamnya: {score}, kategori {category}, sama dengan yang tercetak.",
        "en": "Reckoned anew from the answers inside: {score}, category {category}, the same as printed.",
    },
    "score.page_unreadable": {
        "id": "Jawaban di dalamnya menghasilkan {score}, kategori {category}, tetapi angka atau kategori pada halaman tidak terbaca. Bandingkan sendiri.",
        "en": "The answers inside give {score}, category {category}, but the number or the category on the page could not be read. Compare them yourself.",
    },
    "score.paper": {
        "id": "Kode menyebut nilai {score}, kategori {category}. Jawabannya tidak ada di kertas; bandingkan dengan angka yang tercetak.",
        "en": "The code says {score}, category {category}. The answers are not on paper; compare it with the printed number.",
    },
    "score.record_damaged": {
        "id": "Catatan penilaian di dalamnya rusak, jadi nilainya tidak dapat dihitung ulang.",
        "en": "The record inside is damaged, so the score cannot be reckoned anew.",
    },
    "score.record_differs": {
        "id": "Halaman ini milik catatan lain: kode pendek di bawah QR tidak cocok dengan catatan yang terlampir.",
        "en": "The page belongs to another record: the short code below the QR does not fit the attached one.",
    },
    "score.record_missing": {
        "id": "Catatan penilaian yang seharusnya terlampir tidak ada, jadi nilainya tidak dapat dihitung ulang.",
        "en": "The record that should be attached is missing, so the score cannot be reckoned anew.",
    },
    "score.scorecards": {
        "id": "Kartu nilai di dalamnya: {count}. Semuanya dihitung ulang dari jawabannya dan sama dengan yang tercetak.",
        "en": "Scorecards inside: {count}. All of them were reckoned anew from their answers and agree with what is printed.",
    },
    "score.scorecards_differ": {
        "id": "Dari {total} kartu nilai di dalamnya, {count} memuat nilai yang tidak cocok dengan jawabannya atau tidak dapat dibuktikan.",
        "en": "Of {total} scorecards inside, {count} show a score that does not follow from the answers or cannot be proved.",
    },
    "score.scorecards_doubtful": {
        "id": "Dari {total} kartu nilai di dalamnya, {count} memuat angka yang harus Anda bandingkan sendiri dengan halamannya.",
        "en": "Of {total} scorecards inside, {count} show a number that you have to compare with the page yourself.",
    },
    "score.scorecards_unknown": {
        "id": "Dari {total} kartu nilai di dalamnya, {count} tidak dapat dihitung ulang.",
        "en": "Of {total} scorecards inside, {count} cannot be reckoned anew.",
    },
}
