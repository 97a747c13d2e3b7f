<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id_ID">
<context>
    <name>AddTile</name>
    <message>
        <source>Tambah foto</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Berkas juga dapat diseret ke sini</source>
        <translation>Files can also be dragged here</translation>
    </message>
    <message>
        <source>Lepaskan di sini</source>
        <translation>Drop here</translation>
    </message>
</context>
<context>
    <name>AfterSeal</name>
    <message>
        <source>Ubah pengembalia&amp;n…</source>
        <translation>Change what was sent &amp;back…</translation>
    </message>
    <message>
        <source>Kembalikan ke a&amp;uditor…</source>
        <translation>Send back to the a&amp;uditor…</translation>
    </message>
    <message>
        <source>Buka ko&amp;reksi…</source>
        <translation>Open &amp;correction…</translation>
    </message>
    <message>
        <source>Muat berkas ber-TT&amp;E…</source>
        <translation>Load &amp;file with TTE…</translation>
    </message>
    <message>
        <source>Tarik tan&amp;da tangan…</source>
        <translation>With&amp;draw signature…</translation>
    </message>
    <message>
        <source>Komentar pada {count} pertanyaan; tampil saat koreksi dibuka.</source>
        <translation>Questions with comments: {count}; shown once a correction is open.</translation>
    </message>
    <message>
        <source>Dikembalikan pusat: {who}</source>
        <translation>Returned by headquarters: {who}</translation>
    </message>
    <message>
        <source>Dikembalikan pusat</source>
        <translation>Returned by headquarters</translation>
    </message>
    <message>
        <source>{who} ({role}): {reason}</source>
        <translation>{who} ({role}): {reason}</translation>
    </message>
    <message>
        <source>{score} · {category} pada {moment}</source>
        <translation>{score} · {category} on {moment}</translation>
    </message>
    <message>
        <source>Dua perangkat menandatangani revisi {revision}</source>
        <translation>Two devices signed revision {revision}</translation>
    </message>
    <message>
        <source>Yang lain: {others}. Semua perangkat menampilkan yang sama; buka koreksi untuk menyatukannya dalam revisi berikutnya.</source>
        <translation>The other: {others}. Every device shows the same one; open a correction to bring both together in the next revision.</translation>
    </message>
    <message>
        <source>{name}, menurut sertifikat dari {issuer}</source>
        <translation>{name}, by a certificate from {issuer}</translation>
    </message>
    <message>
        <source>Berkas ber-TTE tersimpan</source>
        <translation>The file with TTE is saved</translation>
    </message>
    <message>
        <source>{count} isian datang setelah penandatanganan</source>
        <translation>Entries that came after the signing: {count}</translation>
    </message>
    <message>
        <source>Tidak mengubah nilai ini; baru dihitung dalam revisi berikutnya.</source>
        <translation>They do not change this score; they count in the next revision.</translation>
    </message>
</context>
<context>
    <name>AmendmentBanner</name>
    <message>
        <source>Revisi {next} – mengoreksi revisi {old}</source>
        <translation>Revision {next} – corrects revision {old}</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Lihat {count} ko&amp;mentar pusat</source>
        <translation>He&amp;adquarters’ comments ({count})</translation>
    </message>
    <message>
        <source>&amp;Lihat {count} isian terlambat</source>
        <translation>&amp;View late entries ({count})</translation>
    </message>
    <message>
        <source>Isian dari perangkat lain yang datang setelah penandatanganan</source>
        <translation>Entries from other devices that came after the signing</translation>
    </message>
    <message>
        <source>Batalkan k&amp;oreksi</source>
        <translation>&amp;Give up correction</translation>
    </message>
    <message>
        <source>nilai tidak berubah</source>
        <translation>score unchanged</translation>
    </message>
    <message>
        <source>nilai lama → nilai baru</source>
        <translation>old score → new score</translation>
    </message>
    <message>
        <source>Nilai lama {before}, nilai baru {after}</source>
        <translation>Old score {before}, new score {after}</translation>
    </message>
</context>
<context>
    <name>AmendmentDialog</name>
    <message>
        <source>Revisi {old} (nilai {score} · {category}) tetap seperti yang ditandatangani dan tetap dapat dibuka dari riwayat. Hasil koreksi menjadi revisi {new}: halamannya menyebut revisi {old} beserta alasannya, dan kedua pihak menandatanganinya lagi.</source>
        <translation>Revision {old} (score {score} · {category}) stays as it was signed and can still be opened from the history. The correction becomes revision {new}: its pages name revision {old} and the reason, and both parties sign again.</translation>
    </message>
    <message>
        <source>{count} isian datang setelah penandatanganan</source>
        <translation>Entries that came after the signing: {count}</translation>
    </message>
    <message>
        <source>Lihat dulu isian yang datang terlambat.</source>
        <translation>First look at the entries that came late.</translation>
    </message>
    <message>
        <source>Alasan harus diisi.</source>
        <translation>A reason is needed.</translation>
    </message>
    <message>
        <source>Buka koreksi</source>
        <translation>Open correction</translation>
    </message>
    <message>
        <source>Mulai sekarang isian ini ikut dihitung. Yang bertentangan dengan isian lama akan ditampilkan berdampingan untuk diputuskan.</source>
        <translation>From now on these entries count. Those that conflict with earlier ones are shown side by side, to be decided.</translation>
    </message>
    <message>
        <source>Isian yang datang terlambat</source>
        <translation>Entries that came late</translation>
    </message>
    <message>
        <source>&amp;Semua isian ini sudah saya lihat</source>
        <translation>I have &amp;seen all these entries</translation>
    </message>
    <message>
        <source>&amp;Alasan koreksi (wajib, dicetak pada revisi baru)</source>
        <translation>&amp;Reason for the correction (required, printed on the new revision)</translation>
    </message>
    <message>
        <source>Apa yang keliru, dan bagaimana diketahui</source>
        <translation>What is wrong, and how that was found out</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>B&amp;uka koreksi</source>
        <translation>&amp;Open correction</translation>
    </message>
</context>
<context>
    <name>AssessmentsModel</name>
    <message>
        <source>Unit layanan</source>
        <translation>Service unit</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Instrumen</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>{score} sementara</source>
        <translation>{score} provisional</translation>
    </message>
    <message>
        <source>Revisi {revision} ditandatangani dengan nilai {score}</source>
        <translation>Revision {revision} was signed with the score {score}</translation>
    </message>
    <message>
        <source>Nilai sementara: {answered} dari {all} indikator terjawab</source>
        <translation>Provisional score: {answered} of {all} indicators answered</translation>
    </message>
    <message>
        <source>Pusat mengembalikan revisi {revision} dengan komentar</source>
        <translation>Headquarters returned revision {revision} with comments</translation>
    </message>
    <message>
        <source>Pimpinan unit menolak menandatangani revisi {revision}</source>
        <translation>The head of the unit refused to sign revision {revision}</translation>
    </message>
    <message>
        <source>Revisi {revision}</source>
        <translation>Revision {revision}</translation>
    </message>
</context>
<context>
    <name>AssessmentsPage</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Bobot {instruments} belum bersumber resmi; nilainya bukan nilai Ombudsman.</source>
        <translation>The weights of {instruments} have no official source; its scores are not the Ombudsman’s.</translation>
    </message>
    <message>
        <source>Semua periode</source>
        <translation>All periods</translation>
    </message>
    <message>
        <source>Periode {period}</source>
        <translation>Period {period}</translation>
    </message>
    <message>
        <source>Mulai dari satu unit layanan. Jawaban, foto, dan temuan langsung tersimpan di perangkat ini, tanpa jaringan.</source>
        <translation>Start with one service unit. Answers, photos and findings are saved on this device at once, without a network.</translation>
    </message>
    <message>
        <source>Belum ada penilaian</source>
        <translation>No assessments yet</translation>
    </message>
    <message>
        <source>Penilaian baru</source>
        <translation>New assessment</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Tidak ada penilaian yang cocok dengan pencarian dan saringan ini.</source>
        <translation>No assessment matches this search and these filters.</translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Penilaian</source>
        <translation>Assessments</translation>
    </message>
    <message>
        <source>Cari unit, instansi, auditor  (Ctrl+F)</source>
        <translation>Find unit, institution, auditor  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Cari penilaian</source>
        <translation>Find assessments</translation>
    </message>
    <message>
        <source>P&amp;ertukaran</source>
        <translation>&amp;Exchange</translation>
    </message>
    <message>
        <source>Kirim dan terima paket (Ctrl+Shift+E)</source>
        <translation>Send and receive bundles (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>&amp;Periksa keaslian</source>
        <translation>&amp;Verify</translation>
    </message>
    <message>
        <source>Periksa PDF, paket, atau foto lembar (Ctrl+Shift+P)</source>
        <translation>Verify a PDF, a bundle or a photo of a sheet (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Tombol papan ketik</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Tombol papan ketik (F1)</source>
        <translation>Keyboard shortcuts (F1)</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengaturan (Ctrl+,)</source>
        <translation>Settings (Ctrl+,)</translation>
    </message>
    <message>
        <source>Penilaian &amp;baru</source>
        <translation>&amp;New assessment</translation>
    </message>
    <message>
        <source>Penilaian baru (Ctrl+N)</source>
        <translation>New assessment (Ctrl+N)</translation>
    </message>
    <message>
        <source>Identitas auditor belum diisi. Nama Anda tercetak pada kartu nilai dan tercatat di setiap perubahan.</source>
        <translation>The auditor’s identity is not filled in. Your name is printed on the scorecard and recorded with every change.</translation>
    </message>
    <message>
        <source>&amp;Isi identitas</source>
        <translation>Enter &amp;identity</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Daftar penilaian</source>
        <translation>List of assessments</translation>
    </message>
    <message>
        <source>Enter membuka  ·  Ctrl+N penilaian baru  ·  Ctrl+F mencari  ·  F1 semua tombol</source>
        <translation>Enter opens  ·  Ctrl+N new assessment  ·  Ctrl+F searches  ·  F1 all shortcuts</translation>
    </message>
</context>
<context>
    <name>AuthorityDialogs</name>
    <message>
        <source>Folder otoritas</source>
        <translation>Folder of the authority</translation>
    </message>
    <message>
        <source>Pilih berkas permohonan</source>
        <translation>Choose request files</translation>
    </message>
    <message>
        <source>Permohonan pendaftaran (*{ending})</source>
        <translation>Enrolment requests (*{ending})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Terbitkan berkas kepercayaan</source>
        <translation>Publish trust file</translation>
    </message>
    <message>
        <source>Berkas kepercayaan (*{ending})</source>
        <translation>Trust files (*{ending})</translation>
    </message>
    <message>
        <source>{count} orang didaftarkan; terbitkan berkas kepercayaan</source>
        <translation>People enrolled: {count}; publish the trust file</translation>
    </message>
    <message>
        <source>Diterbitkan: {name}. Bagikan kepada semua auditor.</source>
        <translation>Published: {name}. Hand it to all auditors.</translation>
    </message>
</context>
<context>
    <name>AuthorityPage</name>
    <message>
        <source>Sidik jari disalin</source>
        <translation>Fingerprint copied</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Salin sidik jari otoritas</source>
        <translation>Copy the fingerprint of the authority</translation>
    </message>
    <message>
        <source>Penerima paket …</source>
        <translation>Recipients of bundles …</translation>
    </message>
    <message>
        <source>Ganti kunci otoritas …</source>
        <translation>Replace the key of the authority …</translation>
    </message>
    <message>
        <source>Belum ada yang terdaftar</source>
        <translation>Nobody is enrolled yet</translation>
    </message>
    <message>
        <source>Minta setiap auditor menyimpan permohonan pendaftaran dari halaman Pengaturan dan mengirimkan berkasnya, lalu pilih berkas itu di sini atau seret ke sini.</source>
        <translation>Ask each auditor to save an enrolment request from the Settings page and to send you the file, then choose that file here or drop it here.</translation>
    </message>
    <message>
        <source>Daftarkan …</source>
        <translation>Enrol …</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>Tidak ada pendaftaran yang cocok dengan pencarian dan saringan ini.</source>
        <translation>No enrolment matches this search and filter.</translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Terakhir: {folder}</source>
        <translation>Last: {folder}</translation>
    </message>
    <message>
        <source>Otoritas</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Sidik jari otoritas  {groups}</source>
        <translation>Fingerprint of the authority  {groups}</translation>
    </message>
    <message>
        <source>Lapangan menyandikan paket untuk sedikitnya dua penerima; di sini baru ada {count}. Daftarkan perangkat pusat yang kedua, atau tambahkan kunci di menu “Penerima paket …”.</source>
        <translation>The field encrypts bundles to two recipients at least; those named here: {count}. Enrol a second device of headquarters, or add a key in the menu “Recipients of bundles …”.</translation>
    </message>
    <message>
        <source>Belum pernah diterbitkan</source>
        <translation>Never published</translation>
    </message>
    <message>
        <source>Setelah mendaftarkan auditor, terbitkan berkas kepercayaan dan bagikan. Auditor yang memuatnya pertama kali akan menelepon untuk mencocokkan sidik jari di atas.</source>
        <translation>After enrolling auditors, publish the trust file and hand it out. An auditor who loads it for the first time will call to compare the fingerprint above.</translation>
    </message>
    <message>
        <source>Ada perubahan yang belum diterbitkan</source>
        <translation>There are changes that were not published</translation>
    </message>
    <message>
        <source>Perangkat lain baru mengetahuinya setelah berkas kepercayaan diterbitkan, dibagikan, dan dimuat di sana.</source>
        <translation>Other devices learn of them only when the trust file was published, handed out and loaded there.</translation>
    </message>
    <message>
        <source>Paket dari lapangan belum dapat disandikan</source>
        <translation>Bundles from the field cannot be encrypted yet</translation>
    </message>
    <message>
        <source>Otoritas berlaku sampai {date}</source>
        <translation>Authority valid until {date}</translation>
    </message>
    <message>
        <source>Berkas kepercayaan versi {version} terbit {date}</source>
        <translation>Trust file version {version} published {date}</translation>
    </message>
    <message>
        <source>Berkas permohonan dapat diseret ke sini</source>
        <translation>Request files can be dropped here</translation>
    </message>
    <message>
        <source>Kembali ke pengaturan</source>
        <translation>Back to the settings</translation>
    </message>
    <message>
        <source>Kembali ke pengaturan (Esc)</source>
        <translation>Back to the settings (Esc)</translation>
    </message>
    <message>
        <source>Tindakan lain</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>&amp;Kunci</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>Tutup otoritas; frasa sandi diminta lagi untuk membukanya</source>
        <translation>Close the authority; opening it asks for the passphrase again</translation>
    </message>
    <message>
        <source>&amp;Terbitkan berkas kepercayaan …</source>
        <translation>&amp;Publish trust file …</translation>
    </message>
    <message>
        <source>Buka otoritas</source>
        <translation>Open authority</translation>
    </message>
    <message>
        <source>Untuk petugas kantor pusat yang memegang folder dan frasa sandi otoritas. Setelah ditutup, folder itu boleh disimpan di brankas.</source>
        <translation>For headquarters staff who hold the folder and the passphrase of the authority. Once closed, that folder may lie in a safe.</translation>
    </message>
    <message>
        <source>&amp;Buka otoritas …</source>
        <translation>&amp;Open authority …</translation>
    </message>
    <message>
        <source>&amp;Folder lain …</source>
        <translation>Other &amp;folder …</translation>
    </message>
    <message>
        <source>Buat otoritas baru</source>
        <translation>Create a new authority</translation>
    </message>
    <message>
        <source>Satu kali saja untuk seluruh instansi. Otoritas menjamin siapa pemegang setiap kunci: auditor didaftarkan, pendaftaran diperpanjang atau dicabut, dan daftarnya dibagikan sebagai satu berkas kepercayaan.</source>
        <translation>Only once for the whole institution. An authority vouches for who holds each key: auditors are enrolled, enrolments renewed or revoked, and the list is handed out as one trust file.</translation>
    </message>
    <message>
        <source>Buat &amp;otoritas …</source>
        <translation>Create &amp;authority …</translation>
    </message>
    <message>
        <source>Semuanya lewat berkas, tanpa jaringan: permohonan pendaftaran masuk, berkas kepercayaan keluar.</source>
        <translation>Everything goes by files, without a network: enrolment requests in, trust files out.</translation>
    </message>
    <message>
        <source>Cari nama atau NIP  (Ctrl+F)</source>
        <translation>Find name or NIP  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Cari nama atau NIP</source>
        <translation>Find name or NIP</translation>
    </message>
    <message>
        <source>&amp;Daftarkan …</source>
        <translation>&amp;Enrol …</translation>
    </message>
    <message>
        <source>Pilih berkas permohonan pendaftaran (Ctrl+N)</source>
        <translation>Choose enrolment requests (Ctrl+N)</translation>
    </message>
    <message>
        <source>Daftar pendaftaran</source>
        <translation>List of enrolments</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Ambil foto</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Coba &amp;lagi</source>
        <translation>T&amp;ry again</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Ambil foto</source>
        <translation>&amp;Take photo</translation>
    </message>
    <message>
        <source>Menyiapkan kamera…</source>
        <translation>Preparing the camera…</translation>
    </message>
    <message>
        <source>Tidak ada kamera pada perangkat ini.</source>
        <translation>This device has no camera.</translation>
    </message>
    <message>
        <source>Kamera tidak boleh dipakai. Izinkan program ini memakai kamera di pengaturan sistem, lalu coba lagi.</source>
        <translation>The camera may not be used. Allow this program to use it in the system settings, then try again.</translation>
    </message>
    <message>
        <source>Kamera tidak dapat dibuka ({reason}). Tutup program lain yang memakai kamera, lalu coba lagi.</source>
        <translation>The camera cannot be opened ({reason}). Close other programs that use it, then try again.</translation>
    </message>
    <message>
        <source>Kamera dicabut. Sambungkan lagi atau pilih kamera lain.</source>
        <translation>The camera was unplugged. Connect it again or choose another camera.</translation>
    </message>
    <message>
        <source>Kamera tidak mengirim gambar. Tutup program lain yang memakai kamera, lalu coba lagi.</source>
        <translation>The camera sends no picture. Close other programs that use it, then try again.</translation>
    </message>
</context>
<context>
    <name>CommentNotice</name>
    <message>
        <source>Komentar pusat</source>
        <translation>Comment from headquarters</translation>
    </message>
</context>
<context>
    <name>ConflictNotice</name>
    <message>
        <source>Bandingkan dengan catatan, foto, dan nilainya</source>
        <translation>Compare with notes, photos and scores</translation>
    </message>
    <message>
        <source>Pakai yang ini</source>
        <translation>Use this one</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Berlaku: isian {author}</source>
        <translation>In force: the entry of {author}</translation>
    </message>
    <message>
        <source>{count} tersisa</source>
        <translation>{count} left</translation>
    </message>
    <message>
        <source>Daftar instansi, unit, dan produk layanan</source>
        <translation>Register of institutions, units and service products</translation>
    </message>
    <message>
        <source>Penilaian yang belum ditandatangani, dan daftar unit</source>
        <translation>Assessments not signed yet, and the register of units</translation>
    </message>
    <message>
        <source>Tidak ada yang bertentangan</source>
        <translation>No conflicts</translation>
    </message>
    <message>
        <source>Bila rekan setim mengisi hal yang sama dengan cara lain, semua isian muncul di sini berdampingan, dan Anda yang memutuskan.</source>
        <translation>When teammates fill in the same thing differently, all their entries appear here side by side, and you decide.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dijawab sekali lagi</source>
        <translation>Answered anew</translation>
    </message>
    <message>
        <source>Teks gabungan disimpan</source>
        <translation>Combined text saved</translation>
    </message>
    <message>
        <source>Susunan gabungan disimpan</source>
        <translation>Saved as put together</translation>
    </message>
    <message>
        <source>Sudah ada perubahan lain sesudahnya.</source>
        <translation>Other changes came after it.</translation>
    </message>
    <message>
        <source>Kembali (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Pertentangan</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>&amp;Urungkan</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Urungkan keputusan terakhir (Ctrl+Z)</source>
        <translation>Undo the last decision (Ctrl+Z)</translation>
    </message>
    <message>
        <source>&amp;Sebelumnya</source>
        <translation>&amp;Previous</translation>
    </message>
    <message>
        <source>Pertentangan sebelumnya (PgUp)</source>
        <translation>Previous conflict (PgUp)</translation>
    </message>
    <message>
        <source>&amp;Berikutnya</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Pertentangan berikutnya (PgDn)</source>
        <translation>Next conflict (PgDn)</translation>
    </message>
    <message>
        <source>&amp;Tinjau dan tanda tangani</source>
        <translation>&amp;Review and sign</translation>
    </message>
    <message>
        <source>BELUM DIPUTUSKAN</source>
        <translation>NOT DECIDED YET</translation>
    </message>
    <message>
        <source>Pertentangan yang belum diputuskan</source>
        <translation>Conflicts not decided yet</translation>
    </message>
    <message>
        <source>1 2 3 memilih  ·  PgDn berikutnya  ·  Ctrl+Z mengurungkan</source>
        <translation>1 2 3 choose  ·  PgDn next  ·  Ctrl+Z undoes</translation>
    </message>
    <message>
        <source>Isian yang bertentangan</source>
        <translation>Conflicting entries</translation>
    </message>
</context>
<context>
    <name>DisputeView</name>
    <message>
        <source>{count} isian yang berbeda. Semuanya tetap tercatat di riwayat, apa pun yang dipilih.</source>
        <translation>{count} different entries. All stay recorded in the history, whichever is chosen.</translation>
    </message>
    <message>
        <source>Sama di semuanya: {what}</source>
        <translation>The same in all: {what}</translation>
    </message>
    <message>
        <source>Catatan: {note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>Atau susun satu dari semuanya</source>
        <translation>Or put one together from all of them</translation>
    </message>
    <message>
        <source>Terisi dari versi yang mengubahnya; pilih atau ketik yang lain bila perlu.</source>
        <translation>Filled in from the version that changed it; choose or type something else if needed.</translation>
    </message>
    <message>
        <source>S&amp;impan susunan ini  (Ctrl+Enter)</source>
        <translation>Save th&amp;is  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Atau jawab sekali lagi</source>
        <translation>Or answer anew</translation>
    </message>
    <message>
        <source>Atau tulis satu teks dari semuanya</source>
        <translation>Or write one text out of all</translation>
    </message>
    <message>
        <source>S&amp;impan teks ini  (Ctrl+Enter)</source>
        <translation>Save th&amp;is text  (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Sesudah dipilih, isinya masih dapat diubah di tempatnya.</source>
        <translation>Once chosen, it can still be edited in its place.</translation>
    </message>
    <message>
        <source>Buka &amp;pertanyaannya</source>
        <translation>Open the &amp;question</translation>
    </message>
    <message>
        <source>Teks yang berlaku</source>
        <translation>Text in force</translation>
    </message>
</context>
<context>
    <name>EnrolmentDialog</name>
    <message>
        <source>Dafta&amp;rkan {count} orang</source>
        <translation>Enro&amp;l {count} people</translation>
    </message>
    <message>
        <source>&amp;Daftarkan</source>
        <translation>&amp;Enrol</translation>
    </message>
    <message>
        <source>{count} permohonan belum dicentang dan tidak akan didaftarkan.</source>
        <translation>Requests not ticked, which will not be enrolled: {count}.</translation>
    </message>
    <message>
        <source>Daftarkan</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Daftarkan dari berkas permohonan</source>
        <translation>Enrol from request files</translation>
    </message>
    <message>
        <source>Telepon setiap pemohon dan minta ia membacakan sidik jari dari halaman Pengaturan di perangkatnya. Centang hanya bila kedelapan kelompoknya sama.</source>
        <translation>Call each applicant and have the fingerprint read aloud from the Settings page of their device. Tick only where all eight groups are the same.</translation>
    </message>
    <message>
        <source>Mendaftarkan…</source>
        <translation>Enrolling…</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Tutup pesan kesalahan</source>
        <translation>Close error message</translation>
    </message>
</context>
<context>
    <name>EvidenceViewer</name>
    <message>
        <source>Bukti {place} dari {count}</source>
        <translation>Evidence {place} of {count}</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Berkas ini dibuka dengan program lain. Simpan salinannya dahulu.</source>
        <translation>Another program opens this file. Save a copy first.</translation>
    </message>
    <message>
        <source>Berkas asli bukti ini rusak; yang terlihat hanya salinan untuk cetak.</source>
        <translation>The original file of this evidence is damaged; what you see is only the copy for print.</translation>
    </message>
    <message>
        <source>Berkas asli bukti ini tidak ada lagi di perangkat ini; yang terlihat hanya salinan untuk cetak.</source>
        <translation>The original file of this evidence is no longer on this device; what you see is only the copy for print.</translation>
    </message>
    <message>
        <source>Jawaban tetap aman. Masukkan paket rekan yang memilikinya, kembalikan folder evidence dari cadangan, atau hapus lalu lampirkan yang baru.</source>
        <translation>The answers are safe. Import the bundle of the colleague who has it, bring the evidence folder back from a backup, or remove it and attach it anew.</translation>
    </message>
    <message>
        <source>Simpan salinan</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Diambil {time}</source>
        <translation>Taken {time}</translation>
    </message>
    <message>
        <source>Ditambahkan {time}</source>
        <translation>Added {time}</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Bukti sebelumnya</source>
        <translation>Previous evidence</translation>
    </message>
    <message>
        <source>Bukti sebelumnya (←)</source>
        <translation>Previous evidence (←)</translation>
    </message>
    <message>
        <source>Bukti berikutnya</source>
        <translation>Next evidence</translation>
    </message>
    <message>
        <source>Bukti berikutnya (→)</source>
        <translation>Next evidence (→)</translation>
    </message>
    <message>
        <source>Putar ke kiri</source>
        <translation>Rotate left</translation>
    </message>
    <message>
        <source>Putar ke kiri (Shift+R)</source>
        <translation>Rotate left (Shift+R)</translation>
    </message>
    <message>
        <source>Putar ke kanan</source>
        <translation>Rotate right</translation>
    </message>
    <message>
        <source>Putar ke kanan (R)</source>
        <translation>Rotate right (R)</translation>
    </message>
    <message>
        <source>&amp;Simpan salinan…</source>
        <translation>&amp;Save a copy…</translation>
    </message>
    <message>
        <source>&amp;Hapus</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Hapus dari jawaban (Delete)</source>
        <translation>Remove from the answer (Delete)</translation>
    </message>
    <message>
        <source>&amp;Keterangan</source>
        <translation>C&amp;aption</translation>
    </message>
    <message>
        <source>Keterangan bukti</source>
        <translation>Caption of the evidence</translation>
    </message>
    <message>
        <source>Apa yang terlihat, misalnya: papan tarif di loket 2</source>
        <translation>What can be seen, for example: tariff board at counter 2</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Pilih paket</source>
        <translation>Choose bundles</translation>
    </message>
    <message>
        <source>Paket (*{extension})</source>
        <translation>Bundles (*{extension})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Pertenta&amp;ngan ({count})</source>
        <translation>&amp;Conflicts ({count})</translation>
    </message>
    <message>
        <source>Isian penilaian, unit, atau instansi yang bertentangan (Ctrl+Shift+K)</source>
        <translation>Conflicting entries of assessments, units or institutions (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>T&amp;erima</source>
        <translation>&amp;Receive</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Pertukaran</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>&amp;Kirim</source>
        <translation>&amp;Send</translation>
    </message>
    <message>
        <source>Tulis paket untuk pusat atau rekan (Ctrl+1)</source>
        <translation>Write a bundle for headquarters or colleagues (Ctrl+1)</translation>
    </message>
    <message>
        <source>Lihat dan terima paket (Ctrl+2)</source>
        <translation>View and accept bundles (Ctrl+2)</translation>
    </message>
    <message>
        <source>&amp;Riwayat</source>
        <translation>&amp;History</translation>
    </message>
    <message>
        <source>Apa yang pergi ke mana dan datang dari mana (Ctrl+3)</source>
        <translation>What went where and came from where (Ctrl+3)</translation>
    </message>
    <message>
        <source>Ren&amp;cana</source>
        <translation>P&amp;lans</translation>
    </message>
    <message>
        <source>Rencanakan kunjungan untuk lapangan (Ctrl+4)</source>
        <translation>Plan visits for the field (Ctrl+4)</translation>
    </message>
    <message>
        <source>B&amp;uka paket …</source>
        <translation>&amp;Open bundles …</translation>
    </message>
    <message>
        <source>Buka satu atau beberapa paket (Ctrl+O)</source>
        <translation>Open one or several bundles (Ctrl+O)</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Menulis ke {name}. Jangan cabut dahulu.</source>
        <translation>Writing to {name}. Do not unplug it yet.</translation>
    </message>
    <message>
        <source>{free} kosong dari {total}</source>
        <translation>{free} free of {total}</translation>
    </message>
    <message>
        <source>Belum dapat: pusat ({names}) baru punya satu kunci penerima, dan bila kunci itu hilang, isinya ikut hilang. Minta pusat menambah penerima kedua, lalu pasang berkas kepercayaannya yang baru di Pengaturan.</source>
        <translation>Not yet: headquarters ({names}) has one recipient’s key only, and if that is lost, so are the contents. Ask headquarters to add a second recipient, then load its new trust file in the Settings.</translation>
    </message>
    <message>
        <source>Hanya pusat ({names}) yang dapat membukanya, dan yang dicentang.</source>
        <translation>Only headquarters ({names}) and those ticked can open it.</translation>
    </message>
    <message>
        <source>Hanya pusat ({names}) yang dapat membukanya.</source>
        <translation>Only headquarters ({names}) can open it.</translation>
    </message>
    <message>
        <source>Hanya yang dicentang yang dapat membukanya.</source>
        <translation>Only those ticked can open it.</translation>
    </message>
    <message>
        <source>Belum dapat: penerimanya tertulis di berkas kepercayaan, dan belum ada yang dipasang. Pasang di Pengaturan.</source>
        <translation>Not yet: the recipients stand in a trust file, and none is loaded. Load one in the Settings.</translation>
    </message>
    <message>
        <source>Siapa pun yang memegang stik dapat membaca isinya</source>
        <translation>Whoever holds the stick can read it</translation>
    </message>
    <message>
        <source>Jawaban, foto, dan nama orang terbuka bila stik hilang. Tanda tangan tetap melindungi isinya dari perubahan.</source>
        <translation>Answers, photos and people’s names lie open if the stick is lost. Signatures still protect the contents from changes.</translation>
    </message>
    <message>
        <source>{count} paket, {size}, di {name}. Sudah dibaca ulang dan cocok.</source>
        <translation>Bundles: {count}, {size}, on {name}. Read back and found to match.</translation>
    </message>
    <message>
        <source>{count} foto tidak terbaca dan tidak ikut; tetap menunggu di sini.</source>
        <translation>Photos that cannot be read and were left out: {count}; they wait here.</translation>
    </message>
    <message>
        <source>Aman dilepas</source>
        <translation>Safe to remove</translation>
    </message>
    <message>
        <source>SIAPA YANG DAPAT MEMBUKA</source>
        <translation>WHO CAN OPEN IT</translation>
    </message>
    <message>
        <source>&amp;Sandikan</source>
        <translation>&amp;Encrypt</translation>
    </message>
    <message>
        <source>Rekan yang juga dapat membuka</source>
        <translation>Colleagues who can open it too</translation>
    </message>
    <message>
        <source>&amp;Tanpa sandi</source>
        <translation>Do &amp;not encrypt</translation>
    </message>
    <message>
        <source>DITULIS KE MANA</source>
        <translation>WHERE TO WRITE</translation>
    </message>
    <message>
        <source>Cari stik lagi</source>
        <translation>Look for sticks again</translation>
    </message>
    <message>
        <source>Cari stik lagi (F5)</source>
        <translation>Look for sticks again (F5)</translation>
    </message>
    <message>
        <source>Stik dan folder</source>
        <translation>Sticks and folders</translation>
    </message>
    <message>
        <source>Tidak ada stik yang terpasang. Pasang stik, atau pilih folder.</source>
        <translation>No stick is plugged in. Plug one in, or choose a folder.</translation>
    </message>
    <message>
        <source>Pilih &amp;folder …</source>
        <translation>Choose &amp;folder …</translation>
    </message>
    <message>
        <source>&amp;Buka folder</source>
        <translation>Open fol&amp;der</translation>
    </message>
    <message>
        <source>Kemajuan penulisan</source>
        <translation>Progress of writing</translation>
    </message>
    <message>
        <source>B&amp;atalkan</source>
        <translation>C&amp;ancel</translation>
    </message>
    <message>
        <source>Tulis &amp;paket</source>
        <translation>&amp;Write bundle</translation>
    </message>
    <message>
        <source>Tulis paket (Ctrl+Enter)</source>
        <translation>Write bundle (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>FileReviewDialog</name>
    <message>
        <source>Berkas sedang dibaca…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>{count} baris lagi tidak diperlihatkan.</source>
        <translation>{count} more lines are not shown.</translation>
    </message>
    <message>
        <source>Tidak dapat dicatat</source>
        <translation>It cannot be recorded</translation>
    </message>
    <message>
        <source>… dan {count} kesalahan lagi</source>
        <translation>… and {count} more faults</translation>
    </message>
    <message>
        <source>Isi berkas</source>
        <translation>Contents of the file</translation>
    </message>
    <message>
        <source>Kesalahan dalam berkas</source>
        <translation>Faults in the file</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>FindingDialog</name>
    <message>
        <source>Buat temuan</source>
        <translation>Add finding</translation>
    </message>
    <message>
        <source>Ubah temuan</source>
        <translation>Edit finding</translation>
    </message>
    <message>
        <source>Apa yang &amp;ditemukan (wajib)</source>
        <translation>&amp;What was found (required)</translation>
    </message>
    <message>
        <source>Apa yang ditemukan</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Misalnya: papan persyaratan tidak terbaca dari kursi tunggu</source>
        <translation>For example: the board of requirements cannot be read from the waiting seats</translation>
    </message>
    <message>
        <source>Tulis dahulu apa yang ditemukan.</source>
        <translation>First write what was found.</translation>
    </message>
    <message>
        <source>Dasar &amp;hukum</source>
        <translation>&amp;Legal basis</translation>
    </message>
    <message>
        <source>Dasar hukum</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Saran &amp;perbaikan</source>
        <translation>&amp;Improvement suggestion</translation>
    </message>
    <message>
        <source>Saran perbaikan</source>
        <translation>Improvement suggestion</translation>
    </message>
    <message>
        <source>Penanggung &amp;jawab</source>
        <translation>Person &amp;responsible</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Person responsible</translation>
    </message>
    <message>
        <source>Nama atau jabatan</source>
        <translation>Name or position</translation>
    </message>
    <message>
        <source>Dengan ba&amp;tas waktu</source>
        <translation>With a &amp;deadline</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Simpan temuan</source>
        <translation>&amp;Save finding</translation>
    </message>
</context>
<context>
    <name>FindingRows</name>
    <message>
        <source>Ubah temuan</source>
        <translation>Edit finding</translation>
    </message>
    <message>
        <source>Hapus temuan</source>
        <translation>Remove finding</translation>
    </message>
</context>
<context>
    <name>FingerprintEntry</name>
    <message>
        <source>Kelompok {number}</source>
        <translation>Group {number}</translation>
    </message>
</context>
<context>
    <name>FingerprintView</name>
    <message>
        <source>Sidik jari: {groups}</source>
        <translation>Fingerprint: {groups}</translation>
    </message>
</context>
<context>
    <name>HeadKey</name>
    <message>
        <source>Pilih berkas sertifikat pimpinan unit</source>
        <translation>Choose the certificate file of the head of unit</translation>
    </message>
    <message>
        <source>Berkas sertifikat (*.p12 *.pfx)</source>
        <translation>Certificate files (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>HintBox</name>
    <message>
        <source>Tampilkan cara memeriksa</source>
        <translation>Show how to check</translation>
    </message>
    <message>
        <source>Ringkas</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Cara memeriksa</source>
        <translation>How to check</translation>
    </message>
    <message>
        <source>Dasar: {legal}</source>
        <translation>Basis: {legal}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>{shown} dari {all}</source>
        <translation>{shown} of {all}</translation>
    </message>
    <message>
        <source>Buka P&amp;DF yang ditandatangani</source>
        <translation>Open signed P&amp;DF</translation>
    </message>
    <message>
        <source>Buka P&amp;DF ber-TTE · Enter</source>
        <translation>Open P&amp;DF with TTE · Enter</translation>
    </message>
    <message>
        <source>Buka P&amp;DF revisi {revision} · Enter</source>
        <translation>Open P&amp;DF of revision {revision} · Enter</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Cari orang, pertanyaan, jawaban, alasan…</source>
        <translation>Find person, question, answer, reason…</translation>
    </message>
    <message>
        <source>Cari dalam riwayat</source>
        <translation>Find in the history</translation>
    </message>
    <message>
        <source>&amp;Peristiwa</source>
        <translation>&amp;Events</translation>
    </message>
    <message>
        <source>&amp;Setiap isian</source>
        <translation>E&amp;very entry</translation>
    </message>
    <message>
        <source>Riwayat, yang terbaru di atas</source>
        <translation>History, newest first</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan pencarian ini.</source>
        <translation>Nothing matches this search.</translation>
    </message>
    <message>
        <source>Diurutkan menurut sebab akibat, bukan menurut jam.</source>
        <translation>Ordered by cause and effect, not by the clock.</translation>
    </message>
    <message>
        <source>&amp;Tutup · Esc</source>
        <translation>&amp;Close · Esc</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Belum ada nama</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Isi nama auditor di sebelah kiri; kuncinya disiapkan oleh program.</source>
        <translation>Enter the auditor’s name on the left; the program prepares the key.</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Otoritas mencabut pendaftaran perangkat ini, sehingga kuncinya tidak dapat dipakai lagi untuk menandatangani. Hubungi kantor pusat.</source>
        <translation>The authority revoked the enrolment of this device, so its key can no longer sign. Call headquarters.</translation>
    </message>
    <message>
        <source>Pendaftaran sudah habis masa berlakunya</source>
        <translation>The enrolment has expired</translation>
    </message>
    <message>
        <source>Pada {authority}, sampai {date}. Kirimkan permohonan baru ke kantor pusat.</source>
        <translation>With {authority}, until {date}. Send headquarters a new request.</translation>
    </message>
    <message>
        <source>Terdaftar pada {authority}</source>
        <translation>Enrolled with {authority}</translation>
    </message>
    <message>
        <source>Berlaku sampai {date}</source>
        <translation>Valid until {date}</translation>
    </message>
    <message>
        <source>Belum terdaftar</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>Otoritas sudah dipercaya, tetapi berkas kepercayaannya tidak memuat pendaftaran yang berlaku untuk nama dan kunci ini. Kirimkan permohonan, lalu muat berkas yang baru.</source>
        <translation>The authority is trusted, but its trust file holds no valid enrolment for this name and key. Send a request, then load the new file.</translation>
    </message>
    <message>
        <source>Tanda tangan sudah melindungi isi dari perubahan, tetapi belum ada otoritas yang menjamin bahwa kunci ini milik Anda. Kirimkan permohonan ke kantor pusat.</source>
        <translation>Signatures already protect the contents from changes, but no authority vouches yet that this key is yours. Send headquarters a request.</translation>
    </message>
    <message>
        <source>Daftar pencabutan sudah lama: {date}</source>
        <translation>The list of revocations is old: {date}</translation>
    </message>
    <message>
        <source>Pencabutan sesudah itu belum dikenal di sini. Minta berkas kepercayaan terbaru dari kantor pusat; menandatangani tetap dapat dilakukan.</source>
        <translation>Later revocations are not known here. Ask headquarters for the newest trust file; signing still works.</translation>
    </message>
    <message>
        <source>Berkas kepercayaan versi {version} · daftar pencabutan {date}</source>
        <translation>Trust file version {version} · list of revocations {date}</translation>
    </message>
    <message>
        <source>Identitas penanda tangan</source>
        <translation>Identity of the signer</translation>
    </message>
    <message>
        <source>Penanda tangan</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Sidik jari kunci</source>
        <translation>Fingerprint of the key</translation>
    </message>
    <message>
        <source>Salin sidik jari</source>
        <translation>Copy fingerprint</translation>
    </message>
    <message>
        <source>Bacakan kepada kantor pusat lewat telepon saat mendaftar: itulah cara mereka yakin bahwa permohonan ini dari Anda.</source>
        <translation>Read it to headquarters by telephone when you enrol: that is how they know the request is yours.</translation>
    </message>
    <message>
        <source>Si&amp;mpan permohonan pendaftaran …</source>
        <translation>Save enrol&amp;ment request …</translation>
    </message>
    <message>
        <source>M&amp;uat berkas kepercayaan …</source>
        <translation>Load &amp;trust file …</translation>
    </message>
    <message>
        <source>Berkas kepercayaan dari kantor pusat dapat juga diseret ke halaman ini.</source>
        <translation>A trust file from headquarters can also be dropped on this page.</translation>
    </message>
</context>
<context>
    <name>IdentityDesk</name>
    <message>
        <source>Simpan permohonan pendaftaran</source>
        <translation>Save enrolment request</translation>
    </message>
    <message>
        <source>Permohonan pendaftaran (*{ending})</source>
        <translation>Enrolment requests (*{ending})</translation>
    </message>
    <message>
        <source>Muat berkas kepercayaan</source>
        <translation>Load trust file</translation>
    </message>
    <message>
        <source>Berkas kepercayaan (*{ending})</source>
        <translation>Trust files (*{ending})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Pilih berkas sertifikat</source>
        <translation>Choose certificate file</translation>
    </message>
    <message>
        <source>Berkas sertifikat (*.p12 *.pfx)</source>
        <translation>Certificate files (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Permohonan tersimpan: {name}. Kirimkan ke kantor pusat.</source>
        <translation>Request saved: {name}. Send it to headquarters.</translation>
    </message>
    <message>
        <source>Berkas kepercayaan dipakai</source>
        <translation>The trust file is in use</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>{count} PAKET</source>
        <translation>BUNDLES: {count}</translation>
    </message>
    <message>
        <source>{done} dari {total} paket diterima</source>
        <translation>{done} of {total} bundles accepted</translation>
    </message>
    <message>
        <source>{count} paket dari pengirim yang dijamin</source>
        <translation>Bundles from senders who are vouched for: {count}</translation>
    </message>
    <message>
        <source>Terima se&amp;muanya ({count})</source>
        <translation>Acc&amp;ept all ({count})</translation>
    </message>
    <message>
        <source>Menunggu dibaca</source>
        <translation>Waiting to be read</translation>
    </message>
    <message>
        <source>Sedang dibaca</source>
        <translation>Being read</translation>
    </message>
    <message>
        <source>Menunggu dimasukkan</source>
        <translation>Waiting to be taken in</translation>
    </message>
    <message>
        <source>Sedang dimasukkan</source>
        <translation>Being taken in</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Tidak dapat dibuka</source>
        <translation>Cannot be opened</translation>
    </message>
    <message>
        <source>Tidak ada yang baru</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>{count} isian baru, belum diterima</source>
        <translation>New entries: {count}, not accepted yet</translation>
    </message>
    <message>
        <source>{count} paket diterima</source>
        <translation>Bundles accepted: {count}</translation>
    </message>
    <message>
        <source>{count} paket diterima, {alarms} di antaranya bercabang: lihat Riwayat</source>
        <translation>Bundles accepted: {count}, of them forked: {alarms}; see History</translation>
    </message>
    <message>
        <source>Memasukkan {name}</source>
        <translation>Taking in {name}</translation>
    </message>
    <message>
        <source>Membaca {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>Terjadi kesalahan di dalam program. Tidak ada yang dimasukkan dari paket ini.</source>
        <translation>Something went wrong inside the program. Nothing was taken in from this bundle.</translation>
    </message>
    <message>
        <source>Paket ini tidak dapat dibuka</source>
        <translation>This bundle cannot be opened</translation>
    </message>
    <message>
        <source>&amp;Hapus dari daftar</source>
        <translation>Re&amp;move from list</translation>
    </message>
    <message>
        <source>&amp;Lewati</source>
        <translation>S&amp;kip</translation>
    </message>
    <message>
        <source>&amp;Selesaikan pertentangan ({count})</source>
        <translation>Settle conflicts ({count}) &amp;now</translation>
    </message>
    <message>
        <source>Bacakan sidik jari di atas kepada pengirim sebelum menerima.</source>
        <translation>Read the fingerprint above to the sender before you accept.</translation>
    </message>
    <message>
        <source>Belum ada yang dimasukkan. Berkasnya tidak diubah.</source>
        <translation>Nothing was taken in yet. The file is not changed.</translation>
    </message>
    <message>
        <source>Jatuhkan paket di sini</source>
        <translation>Drop bundles here</translation>
    </message>
    <message>
        <source>Dari rekan setim, dari pusat, atau dari perangkat Anda yang lain. Isinya diperlihatkan dahulu; tidak ada yang masuk sebelum Anda menerimanya.</source>
        <translation>From teammates, from headquarters or from another device of yours. The contents are shown first; nothing is taken in before you accept it.</translation>
    </message>
    <message>
        <source>Ctrl+O membuka paket, juga beberapa sekaligus  ·  Ctrl+Enter menerima</source>
        <translation>Ctrl+O opens bundles, several at once too  ·  Ctrl+Enter accepts</translation>
    </message>
    <message>
        <source>Paket yang dibuka</source>
        <translation>Bundles opened</translation>
    </message>
    <message>
        <source>Terima semua paket dari pengirim yang dijamin (Ctrl+Shift+Enter)</source>
        <translation>Accept all bundles from senders who are vouched for (Ctrl+Shift+Enter)</translation>
    </message>
    <message>
        <source>&amp;Hentikan</source>
        <translation>Stop no&amp;w</translation>
    </message>
    <message>
        <source>Yang sudah diterima tetap tersimpan</source>
        <translation>What has been accepted stays</translation>
    </message>
    <message>
        <source>Isi paket</source>
        <translation>Contents of the bundle</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>&amp;Batalkan</source>
        <translation>C&amp;ancel</translation>
    </message>
    <message>
        <source>Sidik &amp;jarinya sudah saya cocokkan dengan pengirim</source>
        <translation>I compared the fin&amp;gerprint with the sender</translation>
    </message>
    <message>
        <source>Buka &amp;penilaian</source>
        <translation>O&amp;pen assessment</translation>
    </message>
    <message>
        <source>&amp;Terima</source>
        <translation>Accep&amp;t</translation>
    </message>
    <message>
        <source>Terima isi paket ini (Ctrl+Enter)</source>
        <translation>Accept the contents of this bundle (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>IndicatorFinder</name>
    <message>
        <source>Cari indikator</source>
        <translation>Find indicator</translation>
    </message>
    <message>
        <source>Kata atau kode indikator</source>
        <translation>Word or code of an indicator</translation>
    </message>
    <message>
        <source>Kata atau kode, misalnya “b.4” atau “publikasi ruang”</source>
        <translation>Word or code, for example “b.4” or “published room”</translation>
    </message>
    <message>
        <source>Indikator yang ditemukan</source>
        <translation>Indicators found</translation>
    </message>
    <message>
        <source>Tidak ada indikator dengan kata itu. Coba kata lain atau kodenya.</source>
        <translation>No indicator has that word. Try another word or the code.</translation>
    </message>
    <message>
        <source>↑ ↓ memilih · Enter membuka · Esc menutup</source>
        <translation>↑ ↓ choose · Enter opens · Esc closes</translation>
    </message>
</context>
<context>
    <name>InstrumentFileDialog</name>
    <message>
        <source>Instrumen dari berkas</source>
        <translation>Instrument from a file</translation>
    </message>
    <message>
        <source>&amp;Pasang</source>
        <translation>&amp;Install</translation>
    </message>
    <message>
        <source>{count} kesalahan; tidak ada yang dipasang</source>
        <translation>{count} faults; nothing was installed</translation>
    </message>
    <message>
        <source>Perbaiki berkasnya, lalu pilih lagi.</source>
        <translation>Correct the file, then choose it again.</translation>
    </message>
    <message>
        <source>Instrumen {name} dipasang</source>
        <translation>Instrument {name} installed</translation>
    </message>
    <message>
        <source>Versi {version} · {count} indikator</source>
        <translation>Version {version} · {count} indicators</translation>
    </message>
    <message>
        <source>Bobotnya tidak resmi.</source>
        <translation>Its weights are unofficial.</translation>
    </message>
    <message>
        <source>Sudah terpasang; tidak ada yang perlu dipasang.</source>
        <translation>It is installed already; there is nothing to install.</translation>
    </message>
    <message>
        <source>Versi yang terpasang tidak pernah berubah. Instrumen ikut dalam surat yang membawa rencana dengannya, atau seluruh daftar.</source>
        <translation>An installed version never changes. The instrument travels in letters that carry a plan with it, or the whole register.</translation>
    </message>
    <message>
        <source>{count} hal meragukan; lihat dengan kepatuhan instrument check.</source>
        <translation>{count} doubtful points; see them with kepatuhan instrument check.</translation>
    </message>
    <message>
        <source>{count} indikator</source>
        <translation>{count} indicators</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Dipakai sekarang: {name}</source>
        <translation>In use now: {name}</translation>
    </message>
    <message>
        <source>Kunci penanda tangan</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>Kunci pe&amp;rangkat ini</source>
        <translation>This device’s &amp;key</translation>
    </message>
    <message>
        <source>Dibuat program, tersimpan tersandi di ruang kerja ini, dan tidak pernah keluar dari sini. Tanpa sandi tambahan.</source>
        <translation>Made by the program, kept encrypted in this workspace, and never leaving it. No further password.</translation>
    </message>
    <message>
        <source>Berkas &amp;sertifikat sendiri (.p12, .pfx)</source>
        <translation>Own certi&amp;ficate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Misalnya sertifikat dari BSrE. Berkas tetap di tempatnya; kata sandinya ditanyakan setiap kali mengunci penilaian dan tidak disimpan.</source>
        <translation>For example a certificate from BSrE. The file stays where it is; its password is asked for at each seal and not kept.</translation>
    </message>
    <message>
        <source>T&amp;oken atau kartu (PKCS#11)</source>
        <translation>Token o&amp;r card (PKCS#11)</translation>
    </message>
    <message>
        <source>Kunci tetap di dalam token. PIN ditanyakan setiap kali mengunci penilaian dan tidak disimpan.</source>
        <translation>The key stays inside the token. The PIN is asked for at each seal and not kept.</translation>
    </message>
    <message>
        <source>Kunci mana pun yang dipakai, program ini selalu menamai tanda tangannya “TTE tidak tersertifikasi” (PP 71/2019 Pasal 60). TTE tersertifikasi dibubuhkan kemudian lewat layanan PSrE, misalnya BSrE; tempatnya sudah ada pada kartu nilai.</source>
        <translation>Whichever key is used, this program always labels its signatures “TTE tidak tersertifikasi”, uncertified (PP 71/2019 Pasal 60). A certified signature is added later by a PSrE’s service such as BSrE; the scorecard has a place for it.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Tombol papan ketik</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Semua dapat dikerjakan dengan papan ketik</source>
        <translation>Everything can be done with the keyboard</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Daftar penilaian</source>
        <translation>List of assessments</translation>
    </message>
    <message>
        <source>Penilaian baru</source>
        <translation>New assessment</translation>
    </message>
    <message>
        <source>Cari, juga dengan /</source>
        <translation>Search, also with /</translation>
    </message>
    <message>
        <source>Pilih penilaian</source>
        <translation>Choose assessment</translation>
    </message>
    <message>
        <source>Buka penilaian</source>
        <translation>Open assessment</translation>
    </message>
    <message>
        <source>Hapus pencarian</source>
        <translation>Clear search</translation>
    </message>
    <message>
        <source>Menjawab</source>
        <translation>Answering</translation>
    </message>
    <message>
        <source>Pilih jawaban</source>
        <translation>Choose answer</translation>
    </message>
    <message>
        <source>Tidak berlaku, dengan alasan</source>
        <translation>Not applicable, with a reason</translation>
    </message>
    <message>
        <source>Hapus jawaban</source>
        <translation>Clear the answer</translation>
    </message>
    <message>
        <source>Pertanyaan berikutnya, sebelumnya</source>
        <translation>Next, previous question</translation>
    </message>
    <message>
        <source>Komponen berikutnya, sebelumnya</source>
        <translation>Next, previous component</translation>
    </message>
    <message>
        <source>Tulis catatan</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Ambil foto, tambah berkas, tempel</source>
        <translation>Take a photo, add files, paste</translation>
    </message>
    <message>
        <source>Buat temuan</source>
        <translation>Add finding</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ulangi</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Cari indikator</source>
        <translation>Find indicator</translation>
    </message>
    <message>
        <source>Di mana saja</source>
        <translation>Anywhere</translation>
    </message>
    <message>
        <source>Ke isian berikutnya</source>
        <translation>To the next field</translation>
    </message>
    <message>
        <source>Periksa keaslian berkas</source>
        <translation>Verify files</translation>
    </message>
    <message>
        <source>Pertukaran paket</source>
        <translation>Exchange of bundles</translation>
    </message>
    <message>
        <source>Pertentangan</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Daftar tombol ini</source>
        <translation>This list of shortcuts</translation>
    </message>
    <message>
        <source>Batal, kembali</source>
        <translation>Cancel, back</translation>
    </message>
    <message>
        <source>Meninjau</source>
        <translation>Reviewing</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Perbesar, perkecil halaman</source>
        <translation>Zoom in, out</translation>
    </message>
    <message>
        <source>Pertukaran dan pertentangan</source>
        <translation>Exchange and conflicts</translation>
    </message>
    <message>
        <source>Kirim, terima, riwayat</source>
        <translation>Send, receive, history</translation>
    </message>
    <message>
        <source>Buka paket</source>
        <translation>Open bundles</translation>
    </message>
    <message>
        <source>Tulis, atau terima paket</source>
        <translation>Write, or accept a bundle</translation>
    </message>
    <message>
        <source>Pakai salah satu isian</source>
        <translation>Use one of the entries</translation>
    </message>
    <message>
        <source>Pertentangan berikutnya, sebelumnya</source>
        <translation>Next, previous conflict</translation>
    </message>
    <message>
        <source>Setuju</source>
        <translation>Accept</translation>
    </message>
</context>
<context>
    <name>LetterButton</name>
    <message>
        <source>Tulis tanda terima…</source>
        <translation>Write receipts…</translation>
    </message>
    <message>
        <source>Tidak ada paket yang menunggu tanda terima; surat tetap dapat ditulis.</source>
        <translation>No bundle waits for a receipt; a letter can be written all the same.</translation>
    </message>
    <message>
        <source>{bundles} paket dari {devices} perangkat menunggu tanda terima.</source>
        <translation>Waiting for a receipt – bundles: {bundles}, from devices: {devices}.</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>{count} paket menunggu</source>
        <translation>bundles waiting: {count}</translation>
    </message>
    <message>
        <source>Belum ada perangkat lapangan yang terdaftar.</source>
        <translation>No device of the field is enrolled yet.</translation>
    </message>
    <message>
        <source>Semua paketnya sudah bertanda terima; surat ini mengulangnya.</source>
        <translation>All its bundles have their receipts; this letter repeats them.</translation>
    </message>
    <message>
        <source>{count} paketnya belum bertanda terima.</source>
        <translation>Its bundles without a receipt: {count}.</translation>
    </message>
    <message>
        <source>{count} rencana belum diketahuinya dan ikut dalam surat ini.</source>
        <translation>Plans not yet known to them, in this letter: {count}.</translation>
    </message>
    <message>
        <source>Tulis surat ke folder</source>
        <translation>Write letter to folder</translation>
    </message>
    <message>
        <source>Surat ditulis dan dibaca ulang; medianya aman dilepas</source>
        <translation>The letter was written and read back; its medium is safe to remove</translation>
    </message>
    <message>
        <source>Surat untuk lapangan</source>
        <translation>Letter to the field</translation>
    </message>
    <message>
        <source>Satu paket untuk satu perangkat: tanda terima, penilaian yang dikembalikan beserta komentarnya, rencana kunjungan, dan berkas kepercayaan terbaru. Setiap surat memuat semuanya, jadi surat yang hilang atau datang terlambat tidak mengubah apa-apa.</source>
        <translation>One bundle for one device: receipts, returned assessments with their comments, planned visits and the newest trust file. Each letter holds all of it, so a letter that is lost or comes late changes nothing.</translation>
    </message>
    <message>
        <source>&amp;Untuk</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Sertakan &amp;seluruh daftar unit, produk, dan instrumen</source>
        <translation>Include the &amp;whole list of units, products and instruments</translation>
    </message>
    <message>
        <source>&amp;Disandikan: hanya perangkat itu dan pusat yang dapat membukanya</source>
        <translation>&amp;Encrypted: only that device and headquarters can open it</translation>
    </message>
    <message>
        <source>Tan&amp;pa sandi: siapa pun yang menemukannya dapat membacanya</source>
        <translation>&amp;Not encrypted: whoever finds it can read it</translation>
    </message>
    <message>
        <source>Menulis surat</source>
        <translation>Writing the letter</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>Cl&amp;ose</translation>
    </message>
    <message>
        <source>Tulis ke &amp;folder…</source>
        <translation>Write to &amp;folder…</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Tampilkan {count} lainnya</source>
        <translation>Show {count} more</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Terjadi kesalahan di dalam program ({kind}). Jawaban dan bukti yang sudah tersimpan tetap aman. Lanjutkan bekerja; bila terulang, kirimkan berkas logs/desktop.log dari folder ruang kerja.</source>
        <translation>Something went wrong inside the program ({kind}). Saved answers and evidence are safe. Carry on; if it happens again, send the file logs/desktop.log from the workspace folder.</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Pekerjaan belum selesai</source>
        <translation>Work in progress</translation>
    </message>
    <message>
        <source>Masih ada pekerjaan yang berjalan.</source>
        <translation>Work is still in progress.</translation>
    </message>
    <message>
        <source>Yang sudah tersimpan tetap aman; yang sedang berjalan dibatalkan.</source>
        <translation>What is saved stays safe; what is in progress is cancelled.</translation>
    </message>
    <message>
        <source>Batalkan dan tutup</source>
        <translation>Cancel and close</translation>
    </message>
    <message>
        <source>Tunggu selesai</source>
        <translation>Wait until done</translation>
    </message>
</context>
<context>
    <name>NewAssessmentDialog</name>
    <message>
        <source>Isi nama instansi, atau pilih dari daftar.</source>
        <translation>Enter the name of the institution, or choose from the list.</translation>
    </message>
    <message>
        <source>Isi nama unit layanan, atau pilih dari daftar.</source>
        <translation>Enter the name of the service unit, or choose from the list.</translation>
    </message>
    <message>
        <source>Isi tahun, misalnya 2026, atau 2026-1.</source>
        <translation>Enter a year, such as 2026, or 2026-1.</translation>
    </message>
    <message>
        <source>Belum ada instrumen yang terpasang.</source>
        <translation>No instrument is installed yet.</translation>
    </message>
    <message>
        <source>Isi nama auditor.</source>
        <translation>Enter the name of the auditor.</translation>
    </message>
    <message>
        <source>Unit dan produk ini sudah punya penilaian periode {period}: {status}, {answered} dari {all} terjawab.</source>
        <translation>This unit and product already have an assessment for period {period}: {status}, {answered} of {all} answered.</translation>
    </message>
    <message>
        <source>Tetap &amp;mulai</source>
        <translation>Sta&amp;rt anyway</translation>
    </message>
    <message>
        <source>&amp;Mulai menilai</source>
        <translation>Sta&amp;rt assessing</translation>
    </message>
    <message>
        <source>Kosong: unit secara keseluruhan</source>
        <translation>Empty: the unit as a whole</translation>
    </message>
    <message>
        <source>Rencana pusat untuk {day}</source>
        <translation>Planned by headquarters for {day}</translation>
    </message>
    <message>
        <source>Penilaian baru</source>
        <translation>New assessment</translation>
    </message>
    <message>
        <source>Yang dinilai</source>
        <translation>What is assessed</translation>
    </message>
    <message>
        <source>&amp;Instansi *</source>
        <translation>&amp;Institution *</translation>
    </message>
    <message>
        <source>&amp;Unit layanan *</source>
        <translation>Service &amp;unit *</translation>
    </message>
    <message>
        <source>&amp;Produk layanan</source>
        <translation>Service &amp;product</translation>
    </message>
    <message>
        <source>A&amp;lamat unit</source>
        <translation>A&amp;ddress of unit</translation>
    </message>
    <message>
        <source>&amp;Kepala unit</source>
        <translation>&amp;Head of unit</translation>
    </message>
    <message>
        <source>&amp;NIP kepala unit</source>
        <translation>&amp;NIP of head</translation>
    </message>
    <message>
        <source>&amp;Jabatan kepala unit</source>
        <translation>Posi&amp;tion of head</translation>
    </message>
    <message>
        <source>Kunjungan</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>In&amp;strumen *</source>
        <translation>In&amp;strument *</translation>
    </message>
    <message>
        <source>P&amp;eriode *</source>
        <translation>P&amp;eriod *</translation>
    </message>
    <message>
        <source>Tahun, misalnya 2026, atau tahun dan bagiannya, misalnya 2026-1</source>
        <translation>A year, such as 2026, or a year and its part, such as 2026-1</translation>
    </message>
    <message>
        <source>&amp;Tanggal kunjungan</source>
        <translation>&amp;Visit date</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>&amp;Auditor *</source>
        <translation>&amp;Auditor *</translation>
    </message>
    <message>
        <source>NIP au&amp;ditor</source>
        <translation>NIP o&amp;f auditor</translation>
    </message>
    <message>
        <source>Ja&amp;batan auditor</source>
        <translation>P&amp;osition of auditor</translation>
    </message>
    <message>
        <source>An&amp;ggota tim, satu nama per baris</source>
        <translation>Team &amp;members, one name per line</translation>
    </message>
    <message>
        <source>Ingat sebagai auditor perangkat ini</source>
        <translation>Remember as the auditor of this device</translation>
    </message>
    <message>
        <source>Buka &amp;yang ada</source>
        <translation>Open e&amp;xisting</translation>
    </message>
    <message>
        <source>Isian bertanda * wajib. Nama yang belum dikenal didaftarkan.</source>
        <translation>Fields with * are required. Names not known yet are registered.</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NewAuthorityDialog</name>
    <message>
        <source>Folder untuk otoritas</source>
        <translation>Folder for the authority</translation>
    </message>
    <message>
        <source>nama otoritas</source>
        <translation>name of the authority</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>folder</translation>
    </message>
    <message>
        <source>frasa sandi yang diketik dua kali</source>
        <translation>the passphrase typed twice</translation>
    </message>
    <message>
        <source>tanda bahwa frasa sandi sudah disimpan</source>
        <translation>the tick that the passphrase is kept safe</translation>
    </message>
    <message>
        <source>Masih kurang: {what}.</source>
        <translation>Still missing: {what}.</translation>
    </message>
    <message>
        <source>Frasa sandi tidak dapat dipulihkan</source>
        <translation>A passphrase cannot be recovered</translation>
    </message>
    <message>
        <source>Tanpa frasa sandi dan folder ini otoritas tidak dapat dibuka oleh siapa pun: semua auditor harus didaftarkan lagi pada otoritas baru. Simpan keduanya terpisah, masing-masing dengan satu salinan.</source>
        <translation>Without the passphrase and this folder nobody can open the authority: every auditor would have to enrol again with a new one. Keep both apart, each with a copy.</translation>
    </message>
    <message>
        <source>Otoritas baru</source>
        <translation>New authority</translation>
    </message>
    <message>
        <source>Buat otoritas baru</source>
        <translation>Create a new authority</translation>
    </message>
    <message>
        <source>Cukup satu kali untuk seluruh instansi, di satu komputer kantor pusat. Dari sini auditor didaftarkan dan pendaftaran dicabut.</source>
        <translation>Once is enough for the whole institution, on one computer at headquarters. From here auditors are enrolled and enrolments revoked.</translation>
    </message>
    <message>
        <source>&amp;Nama otoritas, tampil pada setiap perangkat auditor</source>
        <translation>&amp;Name of the authority, shown on every auditor’s device</translation>
    </message>
    <message>
        <source>Inspektorat Kota …</source>
        <translation>Inspectorate of …</translation>
    </message>
    <message>
        <source>&amp;Folder kosong untuk otoritas ini</source>
        <translation>Empty &amp;folder for this authority</translation>
    </message>
    <message>
        <source>&amp;Pilih …</source>
        <translation>C&amp;hoose …</translation>
    </message>
    <message>
        <source>Frasa sandi sudah dicatat dan disimpan di tempat yang &amp;aman</source>
        <translation>The passphrase is written down and kept in a &amp;safe place</translation>
    </message>
    <message>
        <source>Membuat kunci otoritas…</source>
        <translation>Making the key of the authority…</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Buat &amp;otoritas</source>
        <translation>Create &amp;authority</translation>
    </message>
</context>
<context>
    <name>NotApplicableDialog</name>
    <message>
        <source>Tidak berlaku</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>&amp;Mengapa tidak berlaku bagi unit ini? (wajib)</source>
        <translation>&amp;Why does this not apply to the unit? (required)</translation>
    </message>
    <message>
        <source>Alasan tidak berlaku</source>
        <translation>Reason why it does not apply</translation>
    </message>
    <message>
        <source>Misalnya: seluruh layanan ini daring, SK Nomor 12 Tahun 2024</source>
        <translation>For example: this service is wholly online, Decree No. 12 of 2024</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Tidak berlaku</source>
        <translation>&amp;Not applicable</translation>
    </message>
</context>
<context>
    <name>OptionButton</name>
    <message>
        <source>tombol {key}</source>
        <translation>key {key}</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Tulis paket ke folder</source>
        <translation>Write bundle to folder</translation>
    </message>
    <message>
        <source>MENUNGGU TANDA TERIMA PUSAT</source>
        <translation>WAITING FOR HEADQUARTERS’ RECEIPT</translation>
    </message>
    <message>
        <source>CENTANG PENILAIANNYA</source>
        <translation>TICK THE ASSESSMENTS</translation>
    </message>
    <message>
        <source>Sedang dihitung</source>
        <translation>Being counted</translation>
    </message>
    <message>
        <source>Apa yang menunggu segera tampil di sini.</source>
        <translation>What waits will show here in a moment.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Pusat sudah memegang semua isian dan foto dari perangkat ini.</source>
        <translation>Headquarters holds every entry and photo of this device.</translation>
    </message>
    <message>
        <source>Belum ada penilaian</source>
        <translation>No assessments yet</translation>
    </message>
    <message>
        <source>Yang menunggu hanyalah data pendukung, seperti unit dan instrumen.</source>
        <translation>Only supporting data is waiting, such as units and instruments.</translation>
    </message>
    <message>
        <source>Penilaian di perangkat ini muncul di sini untuk dibagikan kepada rekan.</source>
        <translation>Assessments on this device appear here, to be shared with colleagues.</translation>
    </message>
    <message>
        <source>Penilaian di perangkat ini muncul di sini.</source>
        <translation>Assessments on this device appear here.</translation>
    </message>
    <message>
        <source>Centang dahulu penilaian yang dikirim.</source>
        <translation>First tick the assessments to send.</translation>
    </message>
    <message>
        <source>Yang menunggu sedang dihitung.</source>
        <translation>What waits is being counted.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu untuk dikirim.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message>
        <source>Paketnya tidak dapat disusun.</source>
        <translation>The bundle cannot be made.</translation>
    </message>
    <message>
        <source>{count} foto disebut tetapi tidak ada di perangkat ini; tidak ikut.</source>
        <translation>Photos that are named but not on this device, left out: {count}.</translation>
    </message>
    <message>
        <source>Centang paling sedikit satu rekan lagi: satu kunci bisa hilang.</source>
        <translation>Tick at least one more colleague: a single key can be lost.</translation>
    </message>
    <message>
        <source>Pilih dahulu: disandikan, atau tanpa sandi.</source>
        <translation>First choose: encrypted or not.</translation>
    </message>
    <message>
        <source>Pilih tempat menulisnya.</source>
        <translation>Choose where to write it.</translation>
    </message>
    <message>
        <source>Ruang di {name} kurang: perlu {needed}, kosong {free}.</source>
        <translation>Too little room on {name}: {needed} needed, {free} free.</translation>
    </message>
    <message>
        <source>Dibatalkan; tidak ada paket setengah jadi di sana.</source>
        <translation>Cancelled; no half-made bundle was left there.</translation>
    </message>
    <message>
        <source>sedang dihitung</source>
        <translation>being counted</translation>
    </message>
    <message>
        <source>{count} penilaian</source>
        <translation>assessments: {count}</translation>
    </message>
    <message>
        <source>Semua yang menunggu</source>
        <translation>All that is waiting</translation>
    </message>
    <message>
        <source>Untuk pusat: {what}</source>
        <translation>For headquarters – {what}</translation>
    </message>
    <message>
        <source>Penilaian pilihan</source>
        <translation>Chosen assessments</translation>
    </message>
    <message>
        <source>Untuk pusat: hanya yang dicentang, seutuhnya</source>
        <translation>For headquarters: only those ticked, as a whole</translation>
    </message>
    <message>
        <source>Kunjungan tim</source>
        <translation>Team visit</translation>
    </message>
    <message>
        <source>Untuk rekan di tempat: penilaian yang dikerjakan bersama</source>
        <translation>For colleagues on site: assessments done together</translation>
    </message>
    <message>
        <source>Semua tetap tersimpan di perangkat ini. Yang dikirim ke pusat terus menunggu sampai tanda terimanya datang.</source>
        <translation>Everything stays saved on this device. What is sent to headquarters keeps waiting until its receipt comes.</translation>
    </message>
    <message>
        <source>APA YANG DIKIRIM</source>
        <translation>WHAT TO SEND</translation>
    </message>
    <message>
        <source>Penilaian yang dikirim</source>
        <translation>Assessments to send</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Pratinjau halaman</source>
        <translation>Page preview</translation>
    </message>
    <message>
        <source>{count} halaman</source>
        <translation>Pages: {count}</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Paling sedikit {least} huruf; empat kata yang tidak berhubungan mudah diingat.</source>
        <translation>At least {least} characters; four unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>Terlalu pendek: {count} dari {least} huruf</source>
        <translation>Too short: {count} of {least} characters</translation>
    </message>
    <message>
        <source>Lemah: mudah ditebak. Tambahkan kata lain.</source>
        <translation>Weak: easy to guess. Add another word.</translation>
    </message>
    <message>
        <source>Cukup. Satu kata lagi membuatnya kuat.</source>
        <translation>Fair. One more word makes it strong.</translation>
    </message>
    <message>
        <source>Kuat</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Tidak sama dengan yang pertama</source>
        <translation>Not the same as the first</translation>
    </message>
    <message>
        <source>Sama</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>Frasa sandi</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Frasa sandi sekali lagi</source>
        <translation>Passphrase once more</translation>
    </message>
    <message>
        <source>Sembunyikan frasa sandi</source>
        <translation>Hide passphrase</translation>
    </message>
    <message>
        <source>Tampilkan frasa sandi</source>
        <translation>Show passphrase</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Perangkat</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Berlaku sampai</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Berlaku</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Pencabutan</source>
        <translation>Revocation</translation>
    </message>
    <message>
        <source>Sidik jari kunci</source>
        <translation>Fingerprint of the key</translation>
    </message>
    <message>
        <source>Per&amp;panjang</source>
        <translation>Re&amp;new</translation>
    </message>
    <message>
        <source>&amp;Cabut pendaftaran …</source>
        <translation>&amp;Revoke enrolment …</translation>
    </message>
    <message>
        <source>Pilih seseorang untuk melihat rincian, memperpanjang, atau mencabut.</source>
        <translation>Choose somebody to see the details, renew or revoke.</translation>
    </message>
</context>
<context>
    <name>PlanNotice</name>
    <message>
        <source>{day}: {count} unit</source>
        <translation>{day}: {count}</translation>
    </message>
    <message>
        <source>Rencana dari pusat — {days}</source>
        <translation>Visits planned by headquarters — {days}</translation>
    </message>
    <message>
        <source>{count} lain&amp;nya</source>
        <translation>{count} &amp;more</translation>
    </message>
    <message>
        <source>Mulai  {key}</source>
        <translation>Start  {key}</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Mulai menilai {unit}</source>
        <translation>Start assessing {unit}</translation>
    </message>
    <message>
        <source>Instrumen {name} {version} belum datang.</source>
        <translation>The instrument {name} {version} has not come yet.</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Besok</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Terlewat</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Tersandi</source>
        <translation>Encrypted</translation>
    </message>
    <message>
        <source>Tanpa sandi</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>Paket ke-{number}</source>
        <translation>Bundle no. {number}</translation>
    </message>
    <message>
        <source>Dibuat {moment}</source>
        <translation>Made {moment}</translation>
    </message>
    <message>
        <source>Menurut jam pengirim</source>
        <translation>By the sender’s clock</translation>
    </message>
    <message>
        <source>Sidik jari perangkat: {groups}</source>
        <translation>Device fingerprint: {groups}</translation>
    </message>
    <message>
        <source>Semua isiannya sudah ada di perangkat ini, tetapi {count} foto atau berkas yang disebutnya belum.</source>
        <translation>All its answers are on this device already, but {count} photos or files that they name are not.</translation>
    </message>
    <message>
        <source>{what} masuk ke perangkat ini dan sudah tersimpan.</source>
        <translation>Taken in and saved on this device – {what}.</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Paket ini sudah pernah diterima</source>
        <translation>This bundle was accepted before</translation>
    </message>
    <message>
        <source>Semua isinya sudah ada di perangkat ini. Tidak ada yang perlu dilakukan.</source>
        <translation>All its contents are on this device already. There is nothing to do.</translation>
    </message>
    <message>
        <source>Tidak ada yang baru</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Semua isinya sudah ada di perangkat ini. Bila diterima, hanya kedatangannya yang dicatat.</source>
        <translation>All its contents are on this device already. Accepting it only records that it came.</translation>
    </message>
    <message>
        <source>Perlu diketahui</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>isian baru</source>
        <translation>new entries</translation>
    </message>
    <message>
        <source>foto dan berkas baru</source>
        <translation>new photos and files</translation>
    </message>
    <message>
        <source>sudah ada di sini</source>
        <translation>already here</translation>
    </message>
    <message>
        <source>bertentangan</source>
        <translation>conflicts</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Ditolak karena tidak terbaca</source>
        <translation>Refused as unreadable</translation>
    </message>
</context>
<context>
    <name>PlansView</name>
    <message>
        <source>Rencana untuk {unit} dibatalkan</source>
        <translation>The plan for {unit} was called off</translation>
    </message>
    <message>
        <source>Daftar unit (*.csv)</source>
        <translation>Register of units (*.csv)</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Pilih daftar unit</source>
        <translation>Choose a register of units</translation>
    </message>
    <message>
        <source>Instrumen (*.yaml *.yml *.json)</source>
        <translation>Instrument (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Pilih instrumen</source>
        <translation>Choose an instrument</translation>
    </message>
    <message>
        <source>{units} unit · {institutions} instansi · {instruments} instrumen</source>
        <translation>Units: {units} · institutions: {institutions} · instruments: {instruments}</translation>
    </message>
    <message>
        <source>RENCANA KUNJUNGAN ({count})</source>
        <translation>PLANNED VISITS ({count})</translation>
    </message>
    <message>
        <source>Tulis &amp;surat untuk {name}…</source>
        <translation>&amp;Write letter to {name}…</translation>
    </message>
    <message>
        <source>Belum ada auditor yang terdaftar</source>
        <translation>No auditor is enrolled yet</translation>
    </message>
    <message>
        <source>Rencana ditujukan kepada perangkat auditor. Daftarkan perangkatnya lebih dahulu sebagai otoritas; sesudah itu rencana dapat dibuat di sini.</source>
        <translation>Plans are addressed to an auditor&apos;s device. Enrol the device as the authority first; then plans can be made here.</translation>
    </message>
    <message>
        <source>Belum ada unit</source>
        <translation>No units yet</translation>
    </message>
    <message>
        <source>Yang dapat direncanakan adalah unit yang sudah dikenal perangkat ini. Catat daftarnya dengan tombol “Unit dari berkas…” di atas; unit juga datang bersama paket dari lapangan, atau dicatat ketika penilaian dimulai.</source>
        <translation>Units that this device knows can be planned for. Record a register of them with “Units from a file…” above; units also come with bundles from the field, or are recorded when an assessment begins.</translation>
    </message>
    <message>
        <source>Buka paket…</source>
        <translation>Open bundles…</translation>
    </message>
    <message>
        <source>Belum ada rencana</source>
        <translation>No plans yet</translation>
    </message>
    <message>
        <source>Pilih unit, tanggal, dan auditornya. Auditor menerima rencana lewat surat, dan memulainya dengan satu tombol.</source>
        <translation>Choose units, a day and the auditor. The auditor receives the plan by letter and starts it with one button.</translation>
    </message>
    <message>
        <source>Rencana baru…</source>
        <translation>New plan…</translation>
    </message>
    <message>
        <source>Unit &amp;dari berkas…</source>
        <translation>&amp;Units from a file…</translation>
    </message>
    <message>
        <source>Catat unit, produk, dan instansinya dari berkas CSV</source>
        <translation>Record units, their products and institutions from a CSV file</translation>
    </message>
    <message>
        <source>&amp;Instrumen dari berkas…</source>
        <translation>&amp;Instrument from a file…</translation>
    </message>
    <message>
        <source>Pasang instrumen dari berkas YAML atau JSON</source>
        <translation>Install an instrument from a YAML or JSON file</translation>
    </message>
    <message>
        <source>Rencana &amp;baru…</source>
        <translation>&amp;New plan…</translation>
    </message>
    <message>
        <source>Rencanakan kunjungan (Ctrl+N)</source>
        <translation>Plan a visit (Ctrl+N)</translation>
    </message>
    <message>
        <source>Rencana kunjungan</source>
        <translation>Planned visits</translation>
    </message>
    <message>
        <source>AUDITOR YANG MEMIMPIN</source>
        <translation>LEADING AUDITOR</translation>
    </message>
    <message>
        <source>YANG IKUT SERTA</source>
        <translation>WHO GOES ALONG</translation>
    </message>
    <message>
        <source>PERIODE DAN INSTRUMEN</source>
        <translation>PERIOD AND INSTRUMENT</translation>
    </message>
    <message>
        <source>CATATAN</source>
        <translation>NOTE</translation>
    </message>
    <message>
        <source>Uba&amp;h…</source>
        <translation>Chan&amp;ge…</translation>
    </message>
    <message>
        <source>Ubah rencana ini (Enter)</source>
        <translation>Change this plan (Enter)</translation>
    </message>
    <message>
        <source>B&amp;atalkan rencana</source>
        <translation>Call o&amp;ff</translation>
    </message>
    <message>
        <source>Batalkan rencana ini (Del)</source>
        <translation>Call this plan off (Del)</translation>
    </message>
    <message>
        <source>Tulis surat berisi rencana (Ctrl+Enter)</source>
        <translation>Write a letter with the plans (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>{percent}% selesai</source>
        <translation>{percent}% done</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Belum dijawab</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Tidak berlaku · 0</source>
        <translation>Not applicable · 0</translation>
    </message>
    <message>
        <source>Ambil foto · F</source>
        <translation>Take photo · F</translation>
    </message>
    <message>
        <source>Berkas · E</source>
        <translation>Files · E</translation>
    </message>
    <message>
        <source>Temuan · T</source>
        <translation>Finding · T</translation>
    </message>
    <message>
        <source>Tambah berkas bukti</source>
        <translation>Add evidence files</translation>
    </message>
    <message>
        <source>Buat temuan</source>
        <translation>Add finding</translation>
    </message>
    <message>
        <source>Catatan untuk {code}</source>
        <translation>Note on {code}</translation>
    </message>
</context>
<context>
    <name>RecipientsDialog</name>
    <message>
        <source>Penerima paket</source>
        <translation>Recipients of bundles</translation>
    </message>
    <message>
        <source>Paket dari auditor disandikan untuk kunci-kunci ini; hanya pemegangnya yang dapat membukanya. Orang yang didaftarkan dengan peran Kantor pusat masuk dengan sendirinya.</source>
        <translation>Bundles from auditors are encrypted to these keys; only their holders can open them. People enrolled with the role Headquarters are added by themselves.</translation>
    </message>
    <message>
        <source>&amp;Hapus yang dipilih</source>
        <translation>&amp;Remove the chosen one</translation>
    </message>
    <message>
        <source>&amp;Kunci penerima lain (age1…)</source>
        <translation>Another recipient’s &amp;key (age1…)</translation>
    </message>
    <message>
        <source>Ta&amp;mbah</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>Cl&amp;ose</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Bertentangan; keduanya disimpan</source>
        <translation>Conflicts; both are kept</translation>
    </message>
    <message>
        <source>Dari pusat</source>
        <translation>From headquarters</translation>
    </message>
    <message>
        <source>Sesudah tanda tangan</source>
        <translation>After the signing</translation>
    </message>
    <message>
        <source>Foto dan berkas baru</source>
        <translation>New photos and files</translation>
    </message>
    <message>
        <source>Foto yang disebut tetapi tidak ikut dan belum ada di sini</source>
        <translation>Photos that are named but did not come along and are not here yet</translation>
    </message>
    <message>
        <source>Foto yang rusak di jalan; tidak diterima</source>
        <translation>Photos damaged on the way; not taken</translation>
    </message>
    <message>
        <source>Ditolak; yang lain tetap masuk</source>
        <translation>Refused; the rest is taken in</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>{who} tidak bersedia menandatangani. Alasannya dicetak pada kartu nilai di tempat tanda tangan, dan dapat dicabut sampai penilaian dikunci.</source>
        <translation>{who}: unwilling to sign. The reason is printed on the scorecard in place of the signature, and can be withdrawn until the assessment is sealed.</translation>
    </message>
    <message>
        <source>Menolak tanda tangan</source>
        <translation>Refuse to sign</translation>
    </message>
    <message>
        <source>&amp;Alasan penolakan (wajib)</source>
        <translation>&amp;Reason for refusing (required)</translation>
    </message>
    <message>
        <source>Dengan kata-kata pimpinan unit sendiri</source>
        <translation>In the head of unit’s own words</translation>
    </message>
    <message>
        <source>Alasan harus diisi agar penilaian dapat dikunci tanpa tanda tangan pimpinan unit.</source>
        <translation>Without the signature of the head of unit, sealing needs a reason.</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Catat penolakan</source>
        <translation>Rec&amp;ord refusal</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Didaftarkan</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>Sudah terdaftar</source>
        <translation>Already enrolled</translation>
    </message>
    <message>
        <source>Sidik jari {who} sudah dicocokkan</source>
        <translation>The fingerprint of {who} was compared</translation>
    </message>
    <message>
        <source>{who}: Auditor</source>
        <translation>{who}: Auditor</translation>
    </message>
    <message>
        <source>{who}: Kantor pusat</source>
        <translation>{who}: Headquarters</translation>
    </message>
    <message>
        <source>permohonan {date}</source>
        <translation>request of {date}</translation>
    </message>
    <message>
        <source>Kunci ini pernah dicabut karena hilang atau dicuri; tidak didaftarkan.</source>
        <translation>This key was revoked as lost or stolen; it is not enrolled.</translation>
    </message>
    <message>
        <source>Perangkat ini masih terdaftar atas nama {name}; cabut dahulu.</source>
        <translation>This device is still enrolled in the name of {name}; revoke that first.</translation>
    </message>
    <message>
        <source>NIP ini juga terdaftar pada perangkat lain ({count}).</source>
        <translation>This NIP is enrolled with other devices too ({count}).</translation>
    </message>
    <message>
        <source>Sidik jari sudah dicocokkan</source>
        <translation>Fingerprint compared</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Kantor pusat</source>
        <translation>Headquarters</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Jawaban: {answer}</source>
        <translation>Answer: {answer}</translation>
    </message>
    <message>
        <source>Tidak dijawab</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Komentar untuk {code}</source>
        <translation>Comment on {code}</translation>
    </message>
    <message>
        <source>{count} pertanyaan dikomentari.</source>
        <translation>Questions with comments: {count}.</translation>
    </message>
    <message>
        <source>Alasan harus diisi.</source>
        <translation>A reason is needed.</translation>
    </message>
    <message>
        <source>Kembalikan ke auditor</source>
        <translation>Return to the auditor</translation>
    </message>
    <message>
        <source>Revisi yang ditandatangani tetap seperti semula. Auditor melihat alasan dan komentar ini di setiap pertanyaan, lalu menjawabnya dengan revisi baru.</source>
        <translation>The signed revision stays as it was. The auditor sees this reason, and the comments at their questions, and answers them with a new revision.</translation>
    </message>
    <message>
        <source>&amp;Alasan pengembalian (wajib)</source>
        <translation>&amp;Reason for the return (required)</translation>
    </message>
    <message>
        <source>Apa yang harus diperbaiki, dalam satu kalimat</source>
        <translation>What has to be put right, in one sentence</translation>
    </message>
    <message>
        <source>Komentar per &amp;pertanyaan</source>
        <translation>Comments by &amp;question</translation>
    </message>
    <message>
        <source>Cari pertanyaan</source>
        <translation>Find question</translation>
    </message>
    <message>
        <source>Pertanyaan</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Komentar untuk pertanyaan ini; kosong: tidak ada</source>
        <translation>Comment on this question; empty: none</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Kembalikan</source>
        <translation>Re&amp;turn</translation>
    </message>
</context>
<context>
    <name>ReviewActs</name>
    <message>
        <source>Koreksi dibatalkan; revisi yang ditandatangani berlaku</source>
        <translation>The correction was given up; the signed revision holds</translation>
    </message>
    <message>
        <source>Muat berkas ber-TTE</source>
        <translation>Load file with TTE</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Dikembalikan; auditor melihatnya setelah suratnya dikirim (Pertukaran)</source>
        <translation>Returned; the auditor sees it once the letter was sent (Exchange)</translation>
    </message>
    <message>
        <source>Penarikan tanda tangan {name} dicatat</source>
        <translation>The withdrawal of the signature of {name} was recorded</translation>
    </message>
    <message>
        <source>Berkas ber-TTE disimpan di samping yang dikunci</source>
        <translation>The file with TTE was saved beside the sealed one</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Penilaian terkunci dan ditandatangani</source>
        <translation>The assessment is sealed and signed</translation>
    </message>
    <message>
        <source>Penguncian dibatalkan; tanda tangan masih ada dan belum ada yang dikunci</source>
        <translation>Sealing was cancelled; the signatures are still there and nothing is sealed</translation>
    </message>
    <message>
        <source>Tersimpan: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>&amp;Buka folder</source>
        <translation>&amp;Open folder</translation>
    </message>
    <message>
        <source>Halaman dikirim ke {printer}</source>
        <translation>The pages were sent to {printer}</translation>
    </message>
    <message>
        <source>Pencetakan dibatalkan</source>
        <translation>Printing was cancelled</translation>
    </message>
    <message>
        <source>Dibuka untuk koreksi; perubahan menjadi revisi baru</source>
        <translation>Open for correction; changes become a new revision</translation>
    </message>
    <message>
        <source>Mencetak…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Mengunci: menyusun kartu nilai…</source>
        <translation>Sealing: composing the scorecard…</translation>
    </message>
    <message>
        <source>&amp;Kembali · Esc</source>
        <translation>&amp;Back · Esc</translation>
    </message>
    <message>
        <source>Tinjau &amp; tanda tangani</source>
        <translation>Review &amp; sign</translation>
    </message>
    <message>
        <source>Ri&amp;wayat… · Ctrl+H</source>
        <translation>&amp;History… · Ctrl+H</translation>
    </message>
    <message>
        <source>&amp;Simpan PDF… · Ctrl+S</source>
        <translation>&amp;Save PDF… · Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Cetak… · Ctrl+P</source>
        <translation>&amp;Print… · Ctrl+P</translation>
    </message>
</context>
<context>
    <name>RevisionBar</name>
    <message>
        <source>Menampilkan berkas ber-TTE untuk revisi {revision}.</source>
        <translation>Showing the file with TTE for revision {revision}.</translation>
    </message>
    <message>
        <source>Menampilkan revisi {revision} seperti yang ditandatangani, {moment}.</source>
        <translation>Showing revision {revision} as it was signed, {moment}.</translation>
    </message>
    <message>
        <source>Menampilkan revisi {revision} seperti yang ditandatangani, {moment}. Revisi ini bukan yang berlaku sekarang.</source>
        <translation>Showing revision {revision} as it was signed, {moment}. It is not the one in force now.</translation>
    </message>
    <message>
        <source>Kembali ke yan&amp;g sekarang</source>
        <translation>Bac&amp;k to the current one</translation>
    </message>
</context>
<context>
    <name>RevocationDialog</name>
    <message>
        <source>Pilih alasan …</source>
        <translation>Choose a reason …</translation>
    </message>
    <message>
        <source>Cabut pendaftaran</source>
        <translation>Revoke enrolment</translation>
    </message>
    <message>
        <source>Cabut pendaftaran?</source>
        <translation>Revoke this enrolment?</translation>
    </message>
    <message>
        <source>Tanda tangan yang dibuat setelah pencabutan ini tidak dipercaya lagi.</source>
        <translation>Signatures made after this revocation are no longer trusted.</translation>
    </message>
    <message>
        <source>Yang sudah diterima kantor pusat sebelumnya tetap dipercaya.</source>
        <translation>What headquarters received before stays trusted.</translation>
    </message>
    <message>
        <source>Berlaku di perangkat lain setelah berkas kepercayaan baru diterbitkan dan dimuat di sana.</source>
        <translation>It takes effect on other devices when a new trust file was published and loaded there.</translation>
    </message>
    <message>
        <source>Tidak dapat dibatalkan. Orangnya dapat didaftarkan lagi, dengan kunci baru bila perangkatnya hilang.</source>
        <translation>It cannot be undone. The person can be enrolled again, with a new key where the device was lost.</translation>
    </message>
    <message>
        <source>&amp;Alasan</source>
        <translation>R&amp;eason</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Cabut pendaftaran</source>
        <translation>&amp;Revoke enrolment</translation>
    </message>
</context>
<context>
    <name>RivalCard</name>
    <message>
        <source>NILAI BILA INI BERLAKU</source>
        <translation>SCORE IF THIS HOLDS</translation>
    </message>
    <message>
        <source>Pakai yang ini  ({key})</source>
        <translation>Use this one  ({key})</translation>
    </message>
    <message>
        <source>Pakai yang ini</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>Pakai isian {author}: {value}</source>
        <translation>Use the entry of {author}: {value}</translation>
    </message>
    <message>
        <source>CATATAN</source>
        <translation>NOTE</translation>
    </message>
</context>
<context>
    <name>RootChangeDialog</name>
    <message>
        <source>Ganti kunci otoritas</source>
        <translation>Replace the key of the authority</translation>
    </message>
    <message>
        <source>Perlu bila masa berlakunya hampir habis, atau bila frasa sandinya pernah terbaca orang lain. Bila folder dan frasa sandinya sudah jatuh ke tangan orang lain, ini tidak cukup: buat otoritas baru.</source>
        <translation>Needed when it is about to expire, or when somebody else may have seen its passphrase. Where the folder and the passphrase are in other hands already, this is not enough: create a new authority.</translation>
    </message>
    <message>
        <source>1.  Kunci baru dibuat dan ditandatangani oleh kunci lama, sehingga perangkat auditor menerimanya tanpa mencocokkan sidik jari lagi.</source>
        <translation>1.  A new key is made and signed by the old one, so that auditors’ devices accept it without comparing a fingerprint again.</translation>
    </message>
    <message>
        <source>2.  Pendaftaran yang masih berlaku tetap berlaku.</source>
        <translation>2.  Enrolments that are valid stay valid.</translation>
    </message>
    <message>
        <source>3.  Setelah ini, terbitkan berkas kepercayaan baru dan bagikan kepada semua auditor.</source>
        <translation>3.  After that, publish a new trust file and hand it to all auditors.</translation>
    </message>
    <message>
        <source>Frasa sandi baru sudah dicatat dan disimpan di tempat yang &amp;aman</source>
        <translation>The new passphrase is written down and kept in a &amp;safe place</translation>
    </message>
    <message>
        <source>Membuat kunci baru…</source>
        <translation>Making the new key…</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Ganti kunci</source>
        <translation>&amp;Replace key</translation>
    </message>
</context>
<context>
    <name>SavedLabel</name>
    <message>
        <source>Tersimpan {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Belum tersimpan</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Simpan kartu nilai</source>
        <translation>Save scorecard</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
</context>
<context>
    <name>ScoreGauge</name>
    <message>
        <source>Belum ada nilai</source>
        <translation>No score yet</translation>
    </message>
    <message>
        <source>Nilai {score}, {category}</source>
        <translation>Score {score}, {category}</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>NILAI AKHIR</source>
        <translation>FINAL SCORE</translation>
    </message>
    <message>
        <source>NILAI SEMENTARA</source>
        <translation>PROVISIONAL SCORE</translation>
    </message>
    <message>
        <source>dari {maximum}</source>
        <translation>of {maximum}</translation>
    </message>
    <message>
        <source>Belum ada jawaban</source>
        <translation>No answers yet</translation>
    </message>
    <message>
        <source>Bobot belum bersumber resmi; nilai ini bukan nilai Ombudsman.</source>
        <translation>The weights have no official source; this is no score of the Ombudsman.</translation>
    </message>
    <message>
        <source>SEBELUM DITANDATANGANI</source>
        <translation>BEFORE SIGNING</translation>
    </message>
    <message>
        <source>TIAP KOMPONEN</source>
        <translation>EACH COMPONENT</translation>
    </message>
    <message>
        <source>{distance} lagi ke kategori {category}</source>
        <translation>{distance} more to category {category}</translation>
    </message>
    <message>
        <source>Jalan termurah ke {category}</source>
        <translation>Cheapest way to {category}</translation>
    </message>
    <message>
        <source>{count} perubahan, menjadi {score}</source>
        <translation>Changes: {count}, giving {score}</translation>
    </message>
</context>
<context>
    <name>ScorecardPreview</name>
    <message>
        <source>{count} halaman</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Menyusun halaman…</source>
        <translation>Composing pages…</translation>
    </message>
    <message>
        <source>Selebar jendela</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>Pratinjau gagal dibuat</source>
        <translation>The preview failed</translation>
    </message>
    <message>
        <source>Jawaban dan bukti tetap tersimpan.</source>
        <translation>Answers and evidence are still saved.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Pratinjau dihentikan</source>
        <translation>Preview stopped</translation>
    </message>
    <message>
        <source>Kartu nilai baru dapat disimpan atau dicetak setelah halamannya disusun.</source>
        <translation>The scorecard can be saved or printed once its pages are composed.</translation>
    </message>
    <message>
        <source>Susun halaman</source>
        <translation>Compose pages</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Perkecil (Ctrl+-)</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Selebar jendela (Ctrl+0)</source>
        <translation>Fit width (Ctrl+0)</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Perbesar (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
</context>
<context>
    <name>SealingDialog</name>
    <message>
        <source>{name} – menolak: {reason}</source>
        <translation>{name} – refused: {reason}</translation>
    </message>
    <message>
        <source>{name} – sudah menandatangani, dengan sertifikat {file}</source>
        <translation>{name} – has signed, with the certificate {file}</translation>
    </message>
    <message>
        <source>{name} – sudah menandatangani</source>
        <translation>{name} – has signed</translation>
    </message>
    <message>
        <source>Kunci dan tanda tangani</source>
        <translation>Seal and sign</translation>
    </message>
    <message>
        <source>Kunci dan tanda tangani?</source>
        <translation>Seal and sign?</translation>
    </message>
    <message>
        <source>Unit layanan</source>
        <translation>Service unit</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Pimpinan unit</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Setelah dikunci, jawaban, bukti, dan temuan tidak dapat diubah lagi; koreksi menjadi revisi baru.</source>
        <translation>Once sealed, answers, evidence and findings cannot change any more; corrections become a new revision.</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Kunci sekarang</source>
        <translation>&amp;Seal now</translation>
    </message>
</context>
<context>
    <name>SealingPanel</name>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Pimpinan unit</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>nilai akhir</source>
        <translation>final score</translation>
    </message>
    <message>
        <source>nilai sementara</source>
        <translation>provisional score</translation>
    </message>
    <message>
        <source>{answered} dari {all} indikator terjawab, semua bukti wajib lengkap.</source>
        <translation>{answered} of {all} indicators answered, all required evidence present.</translation>
    </message>
    <message>
        <source>{moment} di {place}. Isinya tidak dapat diubah lagi.</source>
        <translation>{moment} in {place}. The contents cannot change any more.</translation>
    </message>
    <message>
        <source>Revisi {revision} terkunci dan ditandatangani</source>
        <translation>Revision {revision} sealed and signed</translation>
    </message>
    <message>
        <source>Belum dapat dikunci: {what}.</source>
        <translation>Cannot be sealed yet, to do: {what}.</translation>
    </message>
    <message>
        <source>Lengkap. Periksa halaman di kiri, lalu kunci.</source>
        <translation>Complete. Check the pages on the left, then seal.</translation>
    </message>
    <message>
        <source>{count} hal masih kurang</source>
        <translation>open points ({count})</translation>
    </message>
    <message>
        <source>belum ada nilai</source>
        <translation>score</translation>
    </message>
    <message>
        <source>tempat</source>
        <translation>place</translation>
    </message>
    <message>
        <source>tanda tangan auditor</source>
        <translation>signature of the auditor</translation>
    </message>
    <message>
        <source>nama pimpinan unit</source>
        <translation>name of the head of unit</translation>
    </message>
    <message>
        <source>tanda tangan pimpinan unit atau alasan menolak</source>
        <translation>signature of the head of unit or the reason for refusing</translation>
    </message>
    <message>
        <source>Terkunci dan ditandatangani</source>
        <translation>Sealed and signed</translation>
    </message>
    <message>
        <source>MASIH KURANG</source>
        <translation>STILL MISSING</translation>
    </message>
    <message>
        <source>Yang masih kurang</source>
        <translation>What is still missing</translation>
    </message>
    <message>
        <source>Bobot instrumen ini belum bersumber resmi; nilai dipakai untuk pembinaan, bukan nilai resmi.</source>
        <translation>The weights of this instrument have no official source; the score serves coaching and is not official.</translation>
    </message>
    <message>
        <source>&amp;Tempat penandatanganan</source>
        <translation>P&amp;lace of signing</translation>
    </message>
    <message>
        <source>C&amp;atatan dari unit layanan</source>
        <translation>Re&amp;marks of the service unit</translation>
    </message>
    <message>
        <source>Tanggapan unit atas penilaian ini; ikut tercetak</source>
        <translation>The unit’s response to this assessment; printed as well</translation>
    </message>
    <message>
        <source>Setelah dikunci, jawaban tidak dapat diubah; koreksi menjadi revisi baru.</source>
        <translation>Once sealed, answers cannot change; corrections become a new revision.</translation>
    </message>
    <message>
        <source>Tanda tangan pada layar bukan tanda tangan elektronik (TTE) tersertifikasi.</source>
        <translation>A signature on the screen is not a certified electronic signature (TTE).</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>K&amp;unci &amp;&amp; tanda tangani · Ctrl+Enter</source>
        <translation>S&amp;eal &amp;&amp; sign · Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Buka berkas sertifikat</source>
        <translation>Open certificate file</translation>
    </message>
    <message>
        <source>Buka token</source>
        <translation>Open token</translation>
    </message>
    <message>
        <source>Buka otoritas</source>
        <translation>Open authority</translation>
    </message>
    <message>
        <source>Sertifikat pimpinan unit</source>
        <translation>Certificate of the head of unit</translation>
    </message>
    <message>
        <source>Masukkan kata sandi berkas {name}.</source>
        <translation>Enter the password of the file {name}.</translation>
    </message>
    <message>
        <source>Masukkan PIN token {name}.</source>
        <translation>Enter the PIN of the token {name}.</translation>
    </message>
    <message>
        <source>Masukkan frasa sandi otoritas {name}.</source>
        <translation>Enter the passphrase of the authority {name}.</translation>
    </message>
    <message>
        <source>Pemiliknya mengetik sendiri kata sandi {name}. Kata sandi itu hanya dipakai untuk tanda tangan ini dan tidak disimpan.</source>
        <translation>The owner types the password of {name} themselves. It is used for this signature only and not kept.</translation>
    </message>
    <message>
        <source>&amp;Kata sandi</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>&amp;Frasa sandi</source>
        <translation>Passph&amp;rase</translation>
    </message>
    <message>
        <source>&amp;Lanjut</source>
        <translation>C&amp;ontinue</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Dipakai untuk kali ini saja dan tidak disimpan di mana pun.</source>
        <translation>Used this once and kept nowhere.</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Tersimpan, dibuka sekarang</source>
        <translation>Saved, being opened now</translation>
    </message>
    <message>
        <source>Tersimpan</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Sidik jari disalin</source>
        <translation>Fingerprint copied</translation>
    </message>
    <message>
        <source>Folder ruang kerja</source>
        <translation>Workspace folder</translation>
    </message>
    <message>
        <source>Kepatuhan versi {version}</source>
        <translation>Kepatuhan version {version}</translation>
    </message>
    <message>
        <source>Sidik jari perangkat: {device}</source>
        <translation>Device fingerprint: {device}</translation>
    </message>
    <message>
        <source>Instrumen: {names}</source>
        <translation>Instruments: {names}</translation>
    </message>
    <message>
        <source>Program ini tidak memakai jaringan. Data tersimpan tersandi di perangkat.</source>
        <translation>This program uses no network. Data is stored encrypted on the device.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Esc kembali</source>
        <translation>Esc goes back</translation>
    </message>
    <message>
        <source>Identitas auditor</source>
        <translation>Identity of the auditor</translation>
    </message>
    <message>
        <source>Tercetak pada kartu nilai dan tercatat di setiap perubahan. Yang sudah ditandatangani tidak berubah.</source>
        <translation>Printed on the scorecard and recorded with every change. What is already signed does not change.</translation>
    </message>
    <message>
        <source>&amp;Nama lengkap dan gelar</source>
        <translation>Full &amp;name and titles</translation>
    </message>
    <message>
        <source>N&amp;IP</source>
        <translation>N&amp;IP</translation>
    </message>
    <message>
        <source>&amp;Jabatan</source>
        <translation>&amp;Position</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>I&amp;kut sistem</source>
        <translation>As the s&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Terang</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Gelap</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>In&amp;donesia</source>
        <translation>Indone&amp;sia</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>Ruang kerja</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Semua penilaian, bukti, dan kunci perangkat ini. Cadangkan folder ini seutuhnya.</source>
        <translation>All assessments, evidence and keys of this device. Back up this folder as a whole.</translation>
    </message>
    <message>
        <source>&amp;Buka folder</source>
        <translation>&amp;Open folder</translation>
    </message>
    <message>
        <source>&amp;Pilih folder lain …</source>
        <translation>&amp;Choose another folder …</translation>
    </message>
    <message>
        <source>Tentang program</source>
        <translation>About this program</translation>
    </message>
    <message>
        <source>Untuk kantor pusat</source>
        <translation>For headquarters</translation>
    </message>
    <message>
        <source>Mendaftarkan auditor, mencabut pendaftaran, dan menerbitkan berkas kepercayaan.</source>
        <translation>Enrol auditors, revoke enrolments and publish trust files.</translation>
    </message>
    <message>
        <source>Otorit&amp;as …</source>
        <translation>&amp;Authority …</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Bidang tanda tangan</source>
        <translation>Signature area</translation>
    </message>
    <message>
        <source>Sudah digambar, {count} goresan</source>
        <translation>Drawn, strokes: {count}</translation>
    </message>
    <message>
        <source>Kosong</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Tanda tangani di sini</source>
        <translation>Sign here</translation>
    </message>
</context>
<context>
    <name>SignerCard</name>
    <message>
        <source>Dengan sertifikat {name}. Kata sandinya diminta saat mengunci.</source>
        <translation>With the certificate {name}. Its password is asked for when sealing.</translation>
    </message>
    <message>
        <source>Ditarik</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Menolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Sudah tanda tangan</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Belum tanda tangan</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>Tanda tangan {who}</source>
        <translation>Signature: {who}</translation>
    </message>
    <message>
        <source>Hapus goresan terakhir {who}</source>
        <translation>Remove last stroke: {who}</translation>
    </message>
    <message>
        <source>Hapus tanda tangan {who}</source>
        <translation>Clear signature: {who}</translation>
    </message>
    <message>
        <source>&amp;Nama pimpinan unit</source>
        <translation>&amp;Name of the head of unit</translation>
    </message>
    <message>
        <source>N&amp;IP</source>
        <translation>N&amp;IP</translation>
    </message>
    <message>
        <source>&amp;Jabatan</source>
        <translation>Posi&amp;tion</translation>
    </message>
    <message>
        <source>Menolak menandatangani</source>
        <translation>Refused to sign</translation>
    </message>
    <message>
        <source>Hapus goresan terakhir (Ctrl+Z)</source>
        <translation>Remove last stroke (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Hapus tanda tangan (Delete)</source>
        <translation>Clear signature (Delete)</translation>
    </message>
    <message>
        <source>&amp;Menolak tanda tangan…</source>
        <translation>&amp;Refuse to sign…</translation>
    </message>
    <message>
        <source>Ca&amp;but penolakan</source>
        <translation>&amp;Withdraw refusal</translation>
    </message>
    <message>
        <source>Tanda tangan &amp;dengan sertifikat sendiri…</source>
        <translation>Sign with own &amp;certificate…</translation>
    </message>
    <message>
        <source>Berkas PKCS#12 (.p12, .pfx), misalnya dari BSrE. Tanpa itu dipakai kunci sekali pakai yang disaksikan auditor.</source>
        <translation>A PKCS#12 file (.p12, .pfx), for example from BSrE. Without it a one-time key signs, witnessed by the auditor.</translation>
    </message>
    <message>
        <source>&amp;Lepas</source>
        <translation>&amp;Drop</translation>
    </message>
    <message>
        <source>Tanpa sertifikat ini: kunci sekali pakai yang disaksikan auditor</source>
        <translation>Without this certificate: a one-time key, witnessed by the auditor</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Terjadi kesalahan saat program dimulai.</source>
        <translation>Something went wrong while the program started.</translation>
    </message>
    <message>
        <source>Jawaban dan bukti yang sudah tersimpan tetap aman di {home}. Tutup program dan mulai lagi; bila terulang, kirimkan berkas logs/desktop.log dari folder itu.</source>
        <translation>Saved answers and evidence are safe in {home}. Close the program and start it again; if it happens again, send the file logs/desktop.log from that folder.</translation>
    </message>
</context>
<context>
    <name>StartFailureDialog</name>
    <message>
        <source>Ruang kerja tidak dapat dibuka</source>
        <translation>The workspace cannot be opened</translation>
    </message>
    <message>
        <source>Kode {code}  ·  Folder {folder}</source>
        <translation>Code {code}  ·  Folder {folder}</translation>
    </message>
    <message>
        <source>&amp;Pilih folder lain …</source>
        <translation>Choose &amp;another folder …</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Folder ruang kerja</source>
        <translation>Workspace folder</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Perubahan terakhir tidak tersimpan</source>
        <translation>The last change was not saved</translation>
    </message>
    <message>
        <source>Sedang bekerja …</source>
        <translation>Working …</translation>
    </message>
    <message>
        <source>Semua tersimpan</source>
        <translation>Everything saved</translation>
    </message>
    <message>
        <source>Luring</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Program ini tidak memakai jaringan.</source>
        <translation>This program uses no network.</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>Auditor: {auditor}</source>
        <translation>Auditor: {auditor}</translation>
    </message>
    <message>
        <source>·  Perangkat {device}</source>
        <translation>·  Device {device}</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>sedang dimuat</source>
        <translation>loading</translation>
    </message>
    <message>
        <source>berkas tidak ditemukan</source>
        <translation>file not found</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Hapus dari jawaban</source>
        <translation>Remove from the answer</translation>
    </message>
    <message>
        <source>Memuat…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Tutup pesan</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Berkas penggerak token</source>
        <translation>Driver of the token</translation>
    </message>
    <message>
        <source>Seperti tertulis pada token atau surat penerbit</source>
        <translation>As written on the token or in its issuer’s letter</translation>
    </message>
    <message>
        <source>Token atau kartu</source>
        <translation>Token or card</translation>
    </message>
    <message>
        <source>Pakai token atau kartu</source>
        <translation>Use a token or card</translation>
    </message>
    <message>
        <source>Pasang token, lalu tunjukkan berkas penggeraknya (driver PKCS#11) yang diberikan oleh penerbit token. PIN diperiksa sekarang juga, agar kesalahan tidak baru tampak saat mengunci penilaian.</source>
        <translation>Plug the token in, then show its driver (PKCS#11) as its issuer gave it. The PIN is tried now, so that mistakes do not first show when sealing.</translation>
    </message>
    <message>
        <source>Berkas penggerak (.dll, .so, .dylib)</source>
        <translation>Driver (.dll, .so, .dylib)</translation>
    </message>
    <message>
        <source>&amp;Pilih …</source>
        <translation>C&amp;hoose …</translation>
    </message>
    <message>
        <source>&amp;Nama token</source>
        <translation>&amp;Name of the token</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>PIN tidak disimpan. Token terkunci setelah beberapa PIN yang salah.</source>
        <translation>The PIN is not kept. A token locks after several wrong PINs.</translation>
    </message>
    <message>
        <source>Memeriksa token…</source>
        <translation>Trying the token…</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>P&amp;akai token ini</source>
        <translation>&amp;Use this token</translation>
    </message>
</context>
<context>
    <name>TravelsView</name>
    <message>
        <source>DITULIS DI SINI ({count})</source>
        <translation>WRITTEN HERE ({count})</translation>
    </message>
    <message>
        <source>DITERIMA DI SINI ({count})</source>
        <translation>RECEIVED HERE ({count})</translation>
    </message>
    <message>
        <source>Dan {count} perangkat lagi.</source>
        <translation>And {count} more devices.</translation>
    </message>
    <message>
        <source>Mungkin disk laptop digandakan, atau cadangan lama dipulihkan. Semua catatan disimpan. Tanyakan kepada pemegangnya laptop mana yang diteruskan; laptop yang lain memulai ruang kerja baru dan didaftarkan lagi, supaya beridentitas sendiri.</source>
        <translation>A laptop’s disk may have been cloned, or an old backup restored. All entries are kept. Ask the holder which laptop goes on; the other one begins a new workspace and is enrolled again, so that it has an identity of its own.</translation>
    </message>
    <message>
        <source>Mungkin disk laptop digandakan, atau cadangan lama dipulihkan. Semua catatan disimpan. Beri tahu kantor pusat: di sana ditentukan laptop mana yang diteruskan.</source>
        <translation>A laptop’s disk may have been cloned, or an old backup restored. All entries are kept. Tell headquarters: they decide which laptop goes on.</translation>
    </message>
    <message>
        <source>Urutan catatan bercabang pada {count} perangkat</source>
        <translation>Devices on which the order of entries forks: {count}</translation>
    </message>
    <message>
        <source>Perangkat ini</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>Diterima pusat</source>
        <translation>Received by headquarters</translation>
    </message>
    <message>
        <source>Menunggu tanda terima</source>
        <translation>Waiting for receipt</translation>
    </message>
    <message>
        <source>tanpa sandi</source>
        <translation>not encrypted</translation>
    </message>
    <message>
        <source>{purpose} · paket ke-{number}</source>
        <translation>{purpose} · bundle no. {number}</translation>
    </message>
    <message>
        <source>paket ke-{number}</source>
        <translation>bundle no. {number}</translation>
    </message>
    <message>
        <source>{count} ditolak</source>
        <translation>refused: {count}</translation>
    </message>
    <message>
        <source>{count} foto rusak</source>
        <translation>{count} damaged photos</translation>
    </message>
    <message>
        <source>Perangkat {device}</source>
        <translation>Device {device}</translation>
    </message>
    <message>
        <source>{count} baru</source>
        <translation>new: {count}</translation>
    </message>
    <message>
        <source>Belum ada yang pergi atau datang</source>
        <translation>Nothing has gone or come yet</translation>
    </message>
    <message>
        <source>Setiap paket yang ditulis atau diterima di sini tercatat di halaman ini.</source>
        <translation>Every bundle written or accepted here is recorded on this page.</translation>
    </message>
    <message>
        <source>Paket yang ditulis di sini</source>
        <translation>Bundles written here</translation>
    </message>
    <message>
        <source>Paket yang diterima di sini</source>
        <translation>Bundles received here</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Kelompok {numbers} tidak cocok. Minta dibacakan sekali lagi; bila tetap berbeda, berkas ini bukan dari kantor pusat dan jangan dimuat.</source>
        <translation>Group {numbers} does not match. Have it read once more; if it still differs, this file is not from headquarters and must not be loaded.</translation>
    </message>
    <message>
        <source>Cocok. Bandingkan juga keempat kelompok yang sudah tampak.</source>
        <translation>It matches. Compare the four groups that are shown as well.</translation>
    </message>
    <message>
        <source>Empat kelompok yang kosong: yang pertama, kedua, ketujuh, kedelapan.</source>
        <translation>The four empty groups: the first, second, seventh and eighth.</translation>
    </message>
    <message>
        <source>Percayai otoritas ini?</source>
        <translation>Trust this authority?</translation>
    </message>
    <message>
        <source>Perangkat ini akan percaya kepada setiap orang yang didaftarkan otoritas ini. Pastikan dahulu bahwa berkasnya benar-benar dari kantor pusat.</source>
        <translation>This device will trust everybody whom this authority enrols. First make sure that the file really comes from headquarters.</translation>
    </message>
    <message>
        <source>&amp;Percayai otoritas ini</source>
        <translation>&amp;Trust this authority</translation>
    </message>
    <message>
        <source>Berkas kepercayaan yang lebih baru</source>
        <translation>A newer trust file</translation>
    </message>
    <message>
        <source>Ditandatangani oleh otoritas yang sudah dipercaya perangkat ini.</source>
        <translation>Signed by an authority that this device trusts already.</translation>
    </message>
    <message>
        <source>Pakai ber&amp;kas ini</source>
        <translation>&amp;Use this file</translation>
    </message>
    <message>
        <source>Berkas ini sudah dimuat</source>
        <translation>This file is loaded already</translation>
    </message>
    <message>
        <source>Isinya sama dengan yang sudah dipakai perangkat ini.</source>
        <translation>It says what this device uses already.</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Tutup</source>
        <translation>Cl&amp;ose</translation>
    </message>
    <message>
        <source>Versi {version} menggantikan versi {known} · diterbitkan {date}</source>
        <translation>Version {version} replaces version {known} · published {date}</translation>
    </message>
    <message>
        <source>Versi {version} · diterbitkan {date}</source>
        <translation>Version {version} · published {date}</translation>
    </message>
    <message>
        <source>Pendaftaran perangkat ini dicabut; kuncinya tidak dapat dipakai lagi untuk menandatangani</source>
        <translation>The enrolment of this device is revoked; its key can no longer sign</translation>
    </message>
    <message>
        <source>Anda menjadi terdaftar</source>
        <translation>You become enrolled</translation>
    </message>
    <message>
        <source>Kunci otoritas diganti; kunci yang lama mengesahkan yang baru. Sidik jari barunya {fingerprint}</source>
        <translation>The key of the authority is replaced; the old one vouches for the new one. Its new fingerprint is {fingerprint}</translation>
    </message>
    <message>
        <source>{people} perangkat terdaftar, {revoked} pendaftaran dicabut</source>
        <translation>Devices enrolled: {people}, enrolments revoked: {revoked}</translation>
    </message>
    <message>
        <source>{count} kunci kantor pusat untuk menerima paket</source>
        <translation>Keys of headquarters that receive bundles: {count}</translation>
    </message>
    <message>
        <source>Daftar pencabutan dianggap baru sampai {date}</source>
        <translation>The list of revocations counts as fresh until {date}</translation>
    </message>
    <message>
        <source>Berkas kepercayaan</source>
        <translation>Trust file</translation>
    </message>
    <message>
        <source>OTORITAS</source>
        <translation>AUTHORITY</translation>
    </message>
    <message>
        <source>Cocokkan sidik jari otoritas</source>
        <translation>Compare the fingerprint of the authority</translation>
    </message>
    <message>
        <source>Telepon kantor pusat, atau lihat surat resminya, dan ketik empat kelompok yang kosong. Jangan memakai angka dari pesan yang mengantar berkas ini.</source>
        <translation>Call headquarters, or look at their official letter, and type the four empty groups. Do not use figures from the message that brought this file.</translation>
    </message>
</context>
<context>
    <name>UnitsFileDialog</name>
    <message>
        <source>Unit dari berkas</source>
        <translation>Units from a file</translation>
    </message>
    <message>
        <source>&amp;Catat</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>{count} kesalahan; tidak ada yang dicatat</source>
        <translation>{count} faults; nothing was recorded</translation>
    </message>
    <message>
        <source>Perbaiki berkasnya, lalu pilih lagi.</source>
        <translation>Correct the file, then choose it again.</translation>
    </message>
    <message>
        <source>Daftar unit dicatat: {what}</source>
        <translation>Register of units recorded: {what}</translation>
    </message>
    <message>
        <source>Sel yang kosong tidak menghapus apa yang sudah dikenal.</source>
        <translation>An empty cell erases nothing that is known.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dicatat</source>
        <translation>There is nothing to record</translation>
    </message>
    <message>
        <source>{count} tidak diubah, karena beberapa versinya bertentangan; putuskan dahulu di halaman pertentangan.</source>
        <translation>{count} are not changed, because several versions of them conflict; decide first on the conflicts page.</translation>
    </message>
    <message>
        <source>Kolom yang tidak dipakai: {names}.</source>
        <translation>Columns that are not used: {names}.</translation>
    </message>
    <message>
        <source>{count} instansi baru</source>
        <translation>new institutions: {count}</translation>
    </message>
    <message>
        <source>{count} unit baru</source>
        <translation>new units: {count}</translation>
    </message>
    <message>
        <source>{count} produk baru</source>
        <translation>new products: {count}</translation>
    </message>
    <message>
        <source>{count} instansi berubah</source>
        <translation>changed institutions: {count}</translation>
    </message>
    <message>
        <source>{count} unit berubah</source>
        <translation>changed units: {count}</translation>
    </message>
    <message>
        <source>{count} unit sudah dikenal</source>
        <translation>known units: {count}</translation>
    </message>
    <message>
        <source>Wilayah: “{region}”</source>
        <translation>Region: “{region}”</translation>
    </message>
    <message>
        <source>Produk baru</source>
        <translation>New products</translation>
    </message>
    <message>
        <source>Bertentangan</source>
        <translation>In conflict</translation>
    </message>
    <message>
        <source>Berubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Baru</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Sudah dikenal</source>
        <translation>Known already</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>kode yang ditempel</source>
        <translation>pasted code</translation>
    </message>
    <message>
        <source>Pilih yang diperiksa</source>
        <translation>Choose what to verify</translation>
    </message>
    <message>
        <source>PDF, paket, dan foto ({patterns})</source>
        <translation>PDF, bundles and photos ({patterns})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>gambar yang ditempel</source>
        <translation>pasted picture</translation>
    </message>
    <message>
        <source>Papan klip tidak berisi berkas, gambar, atau teks kode.</source>
        <translation>The clipboard holds no file, no picture and no text of a code.</translation>
    </message>
    <message>
        <source>Hasil pemeriksaan disalin sebagai teks.</source>
        <translation>The result was copied as text.</translation>
    </message>
    <message>
        <source>foto dari kamera</source>
        <translation>photo from the camera</translation>
    </message>
    <message>
        <source>Tidak dapat diperiksa</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>Terjadi kesalahan di dalam program. Tidak ada yang disimpulkan tentang berkas ini.</source>
        <translation>Something went wrong inside the program. Nothing was concluded about this file.</translation>
    </message>
    <message>
        <source>Memeriksa {name}</source>
        <translation>Verifying {name}</translation>
    </message>
    <message>
        <source>{count} DIPERIKSA</source>
        <translation>VERIFIED: {count}</translation>
    </message>
    <message>
        <source>Jatuhkan PDF, paket, atau foto di sini</source>
        <translation>Drop a PDF, bundle or photo here</translation>
    </message>
    <message>
        <source>Kartu nilai bertanda tangan, paket berisi kartu nilai, atau foto kode keaslian pada lembar cetaknya, juga dari penilaian yang tidak ada di perangkat ini. Semua diperiksa tanpa jaringan; berkasnya tidak disimpan dan isi paket tidak dimasukkan.</source>
        <translation>A signed scorecard, a bundle with scorecards, or a photo of the code on a printed sheet, even of an assessment that is not on this device. Everything is verified without a network; the file is not kept, and what a bundle holds is not taken in.</translation>
    </message>
    <message>
        <source>Foto kode dengan kamera perangkat ini</source>
        <translation>Photograph the code with this device’s camera</translation>
    </message>
    <message>
        <source>Ctrl+O membuka berkas  ·  Ctrl+V menempel gambar atau kode  ·  Esc kembali</source>
        <translation>Ctrl+O opens files  ·  Ctrl+V pastes a picture or code  ·  Esc goes back</translation>
    </message>
    <message>
        <source>gambar yang dijatuhkan</source>
        <translation>dropped picture</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Periksa keaslian</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>&amp;Kosongkan</source>
        <translation>C&amp;lear</translation>
    </message>
    <message>
        <source>&amp;Salin hasil</source>
        <translation>&amp;Copy result</translation>
    </message>
    <message>
        <source>Salin hasil sebagai teks (Ctrl+C)</source>
        <translation>Copy result as text (Ctrl+C)</translation>
    </message>
    <message>
        <source>Ka&amp;mera</source>
        <translation>Ca&amp;mera</translation>
    </message>
    <message>
        <source>&amp;Tempel</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Tempel gambar, berkas, atau teks kode (Ctrl+V)</source>
        <translation>Paste a picture, files or the text of a code (Ctrl+V)</translation>
    </message>
    <message>
        <source>&amp;Buka berkas…</source>
        <translation>&amp;Open files…</translation>
    </message>
    <message>
        <source>Buka PDF, paket, atau foto (Ctrl+O)</source>
        <translation>Open a PDF, a bundle or a photo (Ctrl+O)</translation>
    </message>
    <message>
        <source>Yang diperiksa</source>
        <translation>What is verified</translation>
    </message>
    <message>
        <source>Hasil pemeriksaan</source>
        <translation>Result of verifying</translation>
    </message>
    <message>
        <source>Kemajuan pemeriksaan</source>
        <translation>Progress of verifying</translation>
    </message>
    <message>
        <source>&amp;Hentikan</source>
        <translation>&amp;Stop</translation>
    </message>
</context>
<context>
    <name>VisitPlanDialog</name>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditor</translation>
    </message>
    <message>
        <source>periode, misalnya 2026 atau 2026-1</source>
        <translation>period, such as 2026 or 2026-1</translation>
    </message>
    <message>
        <source>instrumen</source>
        <translation>instrument</translation>
    </message>
    <message>
        <source>{count} dipilih</source>
        <translation>{count} chosen</translation>
    </message>
    <message>
        <source>Tidak ada unit yang cocok · {count}</source>
        <translation>No unit fits · {count}</translation>
    </message>
    <message>
        <source>{count} · {hidden} lagi; ketik nama untuk menemukannya</source>
        <translation>{count} · {hidden} more; type a name to find them</translation>
    </message>
    <message>
        <source>Rencana {day}</source>
        <translation>Planned {day}</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Belum lengkap: {what}.</source>
        <translation>Still lacking: {what}.</translation>
    </message>
    <message>
        <source>Auditor mengetahuinya dari surat berikutnya.</source>
        <translation>The auditor hears of it from the next letter.</translation>
    </message>
    <message>
        <source>&amp;Simpan perubahan</source>
        <translation>&amp;Save changes</translation>
    </message>
    <message>
        <source>&amp;Simpan {count} rencana</source>
        <translation>&amp;Save {count} plans</translation>
    </message>
    <message>
        <source>&amp;Simpan rencana</source>
        <translation>&amp;Save plan</translation>
    </message>
    <message>
        <source>Rencana kunjungan baru</source>
        <translation>New visit plan</translation>
    </message>
    <message>
        <source>Ubah rencana kunjungan</source>
        <translation>Change visit plan</translation>
    </message>
    <message>
        <source>&amp;Unit yang dikunjungi, satu atau beberapa</source>
        <translation>&amp;Units to visit, one or several</translation>
    </message>
    <message>
        <source>&amp;Unit yang dikunjungi</source>
        <translation>&amp;Unit to visit</translation>
    </message>
    <message>
        <source>Cari nama unit, instansi, atau alamat</source>
        <translation>Find unit, institution or address</translation>
    </message>
    <message>
        <source>Cari unit</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Spasi memilih</source>
        <translation>Space chooses</translation>
    </message>
    <message>
        <source>&amp;Tanggal</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>&amp;Periode</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>&amp;Auditor yang memimpin</source>
        <translation>Leading &amp;auditor</translation>
    </message>
    <message>
        <source>Yang i&amp;kut serta</source>
        <translation>Who &amp;goes along</translation>
    </message>
    <message>
        <source>Yang ikut serta</source>
        <translation>Who goes along</translation>
    </message>
    <message>
        <source>&amp;Instrumen</source>
        <translation>&amp;Instrument</translation>
    </message>
    <message>
        <source>&amp;Catatan untuk auditor</source>
        <translation>&amp;Note for the auditor</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Simpan (Ctrl+Enter)</source>
        <translation>Save (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>WalkEvidence</name>
    <message>
        <source>Pilih bukti</source>
        <translation>Choose evidence</translation>
    </message>
    <message>
        <source>Foto dan dokumen ({patterns})</source>
        <translation>Photos and documents ({patterns})</translation>
    </message>
    <message>
        <source>Semua berkas (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Papan klip tidak berisi gambar atau berkas.</source>
        <translation>The clipboard holds no picture and no file.</translation>
    </message>
    <message>
        <source>foto</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>tempelan</source>
        <translation>pasted</translation>
    </message>
</context>
<context>
    <name>WalkFindings</name>
    <message>
        <source>Belum ada temuan. Tekan T pada sebuah pertanyaan.</source>
        <translation>No findings yet. Press T on a question.</translation>
    </message>
</context>
<context>
    <name>WalkFrame</name>
    <message>
        <source>Penilaian {period}</source>
        <translation>Assessment {period}</translation>
    </message>
    <message>
        <source>{answered} dari {indicators} indikator</source>
        <translation>{answered} of {indicators} indicators</translation>
    </message>
    <message>
        <source>Temuan {count}</source>
        <translation>Findings {count}</translation>
    </message>
    <message>
        <source>Komponen {place} dari {count}</source>
        <translation>Component {place} of {count}</translation>
    </message>
    <message>
        <source>{place} dari {count} dalam komponen ini</source>
        <translation>{place} of {count} in this component</translation>
    </message>
    <message>
        <source>Menyimpan bukti {place} dari {total}: {name}</source>
        <translation>Saving evidence {place} of {total}: {name}</translation>
    </message>
    <message>
        <source>Ditandatangani pada {time}. Isinya tidak dapat diubah lagi.</source>
        <translation>Signed on {time}. The contents cannot change any more.</translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>Tidak ada jawaban nomor {n}.</source>
        <translation>There is no answer number {n}.</translation>
    </message>
    <message>
        <source>Pertanyaan ini berlaku bagi semua unit.</source>
        <translation>This question applies to every unit.</translation>
    </message>
    <message>
        <source>Yang datang terlambat bukan jawaban; lihat Riwayat di halaman tinjau.</source>
        <translation>What came late is no answer; see the History on the review page.</translation>
    </message>
    <message>
        <source>Sudah ada perubahan lain sesudahnya; pakai Ctrl+Z.</source>
        <translation>Other changes came after it; use Ctrl+Z.</translation>
    </message>
    <message>
        <source>Bukti dihapus dari jawaban.</source>
        <translation>Evidence removed from the answer.</translation>
    </message>
    <message>
        <source>Temuan dihapus.</source>
        <translation>Finding removed.</translation>
    </message>
    <message>
        <source>Cari indikator · Ctrl+K</source>
        <translation>Find indicator · Ctrl+K</translation>
    </message>
    <message>
        <source>Komponen</source>
        <translation>Components</translation>
    </message>
    <message>
        <source>Indikator yang terjawab</source>
        <translation>Indicators answered</translation>
    </message>
    <message>
        <source>Kembali ke daftar penilaian (Esc)</source>
        <translation>Back to the list of assessments (Esc)</translation>
    </message>
    <message>
        <source>Kembali ke daftar penilaian</source>
        <translation>Back to the list of assessments</translation>
    </message>
    <message>
        <source>Urungkan (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ulangi (Ctrl+Y)</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Ulangi</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Tampilkan atau sembunyikan nilai</source>
        <translation>Show or hide the score</translation>
    </message>
    <message>
        <source>Panel nilai</source>
        <translation>Score panel</translation>
    </message>
    <message>
        <source>Tinjau &amp;&amp; &amp;tanda tangani</source>
        <translation>&amp;Review &amp;&amp; sign</translation>
    </message>
    <message>
        <source>&amp;Buka kartu nilai</source>
        <translation>&amp;Open scorecard</translation>
    </message>
    <message>
        <source>Menyimpan bukti</source>
        <translation>Saving evidence</translation>
    </message>
    <message>
        <source>Batal&amp;kan</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Komponen sebelumnya (PageUp)</source>
        <translation>Previous component (PageUp)</translation>
    </message>
    <message>
        <source>Komponen berikutnya (PageDown)</source>
        <translation>Next component (PageDown)</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>{name} · {role}</source>
        <translation>{name} · {role}</translation>
    </message>
    <message>
        <source>Tarik tanda tangan</source>
        <translation>Withdraw signature</translation>
    </message>
    <message>
        <source>Penarikan dicatat dalam riwayat dan tampil setiap kali kartu nilai ini diperiksa. Segel, nilai, dan berkas yang sudah ditandatangani tetap seperti semula.</source>
        <translation>The withdrawal is recorded in the history and shown whenever this scorecard is verified. The seal, the score and the signed file stay as they were.</translation>
    </message>
    <message>
        <source>Tanda tangan siapa</source>
        <translation>Whose signature</translation>
    </message>
    <message>
        <source>&amp;Alasan penarikan (wajib)</source>
        <translation>&amp;Reason for the withdrawal (required)</translation>
    </message>
    <message>
        <source>Dengan kata-kata yang menarik tanda tangannya</source>
        <translation>In the words of the person who withdraws it</translation>
    </message>
    <message>
        <source>Pilih tanda tangan dan isi alasannya.</source>
        <translation>Choose a signature and enter the reason.</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Tarik tanda tangan</source>
        <translation>&amp;Withdraw signature</translation>
    </message>
</context>
<context>
    <name>camera</name>
    <message>
        <source>Kamera tidak tersedia: program ini dipasang tanpa dukungan kamera.</source>
        <translation>No camera: this program was installed without camera support.</translation>
    </message>
    <message>
        <source>Kamera tidak tersedia: pustaka sistem untuk kamera kurang ({reason}).</source>
        <translation>No camera: a system library for cameras is missing ({reason}).</translation>
    </message>
    <message>
        <source>Tidak ada kamera pada perangkat ini.</source>
        <translation>This device has no camera.</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Ruang pelayanan</source>
        <translation>Service room</translation>
    </message>
    <message>
        <source>Media elektronik</source>
        <translation>Electronic media</translation>
    </message>
    <message>
        <source>Tempat publikasi yang diperiksa</source>
        <translation>Places of publication to check</translation>
    </message>
    <message>
        <source>Catatan wajib</source>
        <translation>Note required</translation>
    </message>
    <message>
        <source>Tidak berlaku: {reason}</source>
        <translation>Not applicable: {reason}</translation>
    </message>
    <message>
        <source>Jawaban ini perlu catatan · N</source>
        <translation>This answer needs a note · N</translation>
    </message>
    <message>
        <source>Tulis catatan · N</source>
        <translation>Write a note · N</translation>
    </message>
    <message>
        <source>paling lambat {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>Dua perangkat menjawab berbeda</source>
        <translation>Two devices answered differently</translation>
    </message>
    <message>
        <source>Dua catatan yang berbeda</source>
        <translation>Two different notes</translation>
    </message>
    <message>
        <source>Dua versi dari bukti yang sama</source>
        <translation>Two versions of the same evidence</translation>
    </message>
    <message>
        <source>Dua versi dari temuan yang sama</source>
        <translation>Two versions of the same finding</translation>
    </message>
    <message>
        <source>Dikosongkan</source>
        <translation>Emptied</translation>
    </message>
    <message>
        <source>{name}, diputar {degrees}°</source>
        <translation>{name}, rotated {degrees}°</translation>
    </message>
    <message>
        <source>Bobot {weight}</source>
        <translation>Weight {weight}</translation>
    </message>
    <message>
        <source>{weight} · tidak resmi</source>
        <translation>{weight} · unofficial</translation>
    </message>
    <message>
        <source>Belum ada sumber resmi untuk bobot ini. {source}</source>
        <translation>This weight has no official source yet. {source}</translation>
    </message>
    <message>
        <source>Bukti hilang: {label}</source>
        <translation>Evidence lost: {label}</translation>
    </message>
    <message>
        <source>Berkasnya belum ada atau tidak utuh di perangkat ini</source>
        <translation>Its file is not here yet, or not whole on this device</translation>
    </message>
    <message>
        <source>Siapkan bukti: {label}</source>
        <translation>Prepare evidence: {label}</translation>
    </message>
    <message>
        <source>Wajib atau tidaknya bergantung pada jawaban</source>
        <translation>The answer decides whether it is required</translation>
    </message>
    <message>
        <source>Bukti wajib: {label}</source>
        <translation>Required evidence: {label}</translation>
    </message>
    <message>
        <source>Sudah ada</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Belum ada</source>
        <translation>Missing</translation>
    </message>
</context>
<context>
    <name>components</name>
    <message>
        <source>{title}: {done} dari {components} komponen selesai</source>
        <translation>{title}: {done} of {components} components done</translation>
    </message>
    <message>
        <source>Belum dimulai</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>{answered} dari {indicators} terjawab</source>
        <translation>{answered} of {indicators} answered</translation>
    </message>
    <message>
        <source>berbeda</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>bukti kurang</source>
        <translation>evidence missing</translation>
    </message>
    <message>
        <source>nilai {score}</source>
        <translation>score {score}</translation>
    </message>
    <message>
        <source>ada jawaban berbeda</source>
        <translation>answers differ</translation>
    </message>
    <message>
        <source>{count} temuan</source>
        <translation>findings: {count}</translation>
    </message>
</context>
<context>
    <name>dispute</name>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Tanggapan unit</source>
        <translation>Unit’s remarks</translation>
    </message>
    <message>
        <source>Keterangan penilaian</source>
        <translation>Assessment details</translation>
    </message>
    <message>
        <source>Isian lain</source>
        <translation>Other entry</translation>
    </message>
    <message>
        <source>Dihapus</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Dikosongkan</source>
        <translation>Emptied</translation>
    </message>
    <message>
        <source>Jawaban atas pertanyaan yang tidak ada di instrumen</source>
        <translation>Answer to a question that is not in the instrument</translation>
    </message>
    <message>
        <source>Kunjungan tanpa tanggal</source>
        <translation>Visit without a date</translation>
    </message>
    <message>
        <source>Kunjungan {day}</source>
        <translation>Visit {day}</translation>
    </message>
    <message>
        <source>Dasar hukum</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Saran perbaikan</source>
        <translation>Improvement suggestion</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Person responsible</translation>
    </message>
    <message>
        <source>Paling lambat</source>
        <translation>By</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Diputar</source>
        <translation>Rotated</translation>
    </message>
    <message>
        <source>Periode</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Tim</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Instrumen</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Perangkat {device} · {moment} menurut jamnya</source>
        <translation>Device {device} · {moment} by its clock</translation>
    </message>
    <message>
        <source>Belum ada nilai</source>
        <translation>No score yet</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Tersimpan · {name}</source>
        <translation>Saved · {name}</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>{count} isian</source>
        <translation>entries: {count}</translation>
    </message>
    <message>
        <source>{count} foto</source>
        <translation>photos: {count}</translation>
    </message>
    <message>
        <source>Hasil untuk pusat</source>
        <translation>Results for headquarters</translation>
    </message>
    <message>
        <source>Penilaian pilihan untuk pusat</source>
        <translation>Chosen assessments for headquarters</translation>
    </message>
    <message>
        <source>Kunjungan tim</source>
        <translation>Team visit</translation>
    </message>
    <message>
        <source>Tanda terima dari pusat</source>
        <translation>Receipt from headquarters</translation>
    </message>
    <message>
        <source>Dikembalikan oleh pusat</source>
        <translation>Returned by headquarters</translation>
    </message>
    <message>
        <source>Rencana dari pusat</source>
        <translation>Plan from headquarters</translation>
    </message>
    <message>
        <source>Paket jenis lain</source>
        <translation>Another kind of bundle</translation>
    </message>
    <message>
        <source>kantor pusat</source>
        <translation>headquarters</translation>
    </message>
    <message>
        <source>{count} penerima yang tidak dikenal lagi</source>
        <translation>recipients no longer known: {count}</translation>
    </message>
    <message>
        <source>kepada {names}</source>
        <translation>to {names}</translation>
    </message>
    <message>
        <source>Tanpa nama</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>Dibuat oleh perangkat ini sendiri.</source>
        <translation>Made by this device itself.</translation>
    </message>
    <message>
        <source>Tanda tangan cocok; kunci ini terdaftar pada {authority}.</source>
        <translation>The signature fits; this key is enrolled with {authority}.</translation>
    </message>
    <message>
        <source>Tanda tangan cocok, tetapi pendaftaran pada {authority} sudah habis masa berlakunya.</source>
        <translation>The signature fits, but the enrolment with {authority} has expired.</translation>
    </message>
    <message>
        <source>Pendaftaran kunci ini sudah dicabut oleh {authority}. Paketnya tidak dapat diterima.</source>
        <translation>{authority} revoked the enrolment of this key. Its bundles cannot be accepted.</translation>
    </message>
    <message>
        <source>Tanda tangan cocok, tetapi belum ada yang menjamin milik siapa kunci ini. Nama di atas hanya pengakuan pengirim.</source>
        <translation>The signature fits, but nobody vouches yet for whose key this is. The name above is only the sender’s claim.</translation>
    </message>
    <message>
        <source>Dari {name} ada catatan yang belum sampai: nomor {numbers}. Yang lain tetap dapat diterima; minta paket yang terlewat.</source>
        <translation>From {name} entries have not come: number {numbers}. The rest can be accepted; ask for the bundle that was missed.</translation>
    </message>
    <message>
        <source>Dari {name} ada dua catatan berbeda pada nomor {numbers}. Mungkin cadangan lama dipulihkan atau disk digandakan. Keduanya disimpan, dan pusat melihatnya.</source>
        <translation>From {name} there are two different entries at number {numbers}. An old backup may have been restored, or a disk cloned. Both are kept, and headquarters sees it.</translation>
    </message>
    <message>
        <source>Catatan nomor {numbers} dari {name} tidak menyambung dengan catatan sebelumnya. Catatan itu disimpan, dan pusat melihatnya.</source>
        <translation>Entry number {numbers} from {name} does not connect with the one before. It is kept, and headquarters sees it.</translation>
    </message>
    <message>
        <source>Pengirim juga memegang catatan {name} nomor {numbers}, tetapi tidak ikut dikirim.</source>
        <translation>The sender also holds entries of {name}, number {numbers}, but did not send them.</translation>
    </message>
    <message>
        <source>Catatan {name} berakhir di nomor {first}, padahal dulu sudah sampai {last}. Mungkin cadangan lama dipulihkan di perangkat itu.</source>
        <translation>The entries of {name} end at number {first}, yet they reached {last} before. Perhaps an old backup was restored on that device.</translation>
    </message>
    <message>
        <source>Ini paket lama: paket ke-{last} dari {name} sudah diterima, sedangkan ini yang ke-{first}. Tidak ada yang tertimpa.</source>
        <translation>This is an old bundle: no. {last} from {name} was accepted already, and this is no. {first}. Nothing is overwritten.</translation>
    </message>
    <message>
        <source>Urutan catatan dari {name} tidak lengkap.</source>
        <translation>The entries from {name} are not complete.</translation>
    </message>
    <message>
        <source>nomor ganda</source>
        <translation>number used twice</translation>
    </message>
    <message>
        <source>catatan mundur</source>
        <translation>entries went back</translation>
    </message>
    <message>
        <source>catatan tidak menyambung</source>
        <translation>entries do not connect</translation>
    </message>
    <message>
        <source>ada yang belum sampai</source>
        <translation>something has not come yet</translation>
    </message>
    <message>
        <source>dua catatan berbeda pada nomor {numbers}</source>
        <translation>two different entries at number {numbers}</translation>
    </message>
    <message>
        <source>pernah sampai nomor {last}, lalu kembali ke {first}</source>
        <translation>had reached number {last}, then went back to {first}</translation>
    </message>
    <message>
        <source>nomor {numbers} tidak menyambung</source>
        <translation>number {numbers} does not connect</translation>
    </message>
    <message>
        <source>dan {count} lagi</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>disusun tidak seperti isian dari program ini</source>
        <translation>not made as this program makes entries</translation>
    </message>
    <message>
        <source>terlalu besar</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>mengatasnamakan perangkat ini</source>
        <translation>made in the name of this device</translation>
    </message>
    <message>
        <source>tanda terima bukan dari penerbitnya sendiri</source>
        <translation>a receipt that is not from its own issuer</translation>
    </message>
    <message>
        <source>hanya kantor pusat yang berhak menyatakannya</source>
        <translation>only headquarters may state it</translation>
    </message>
    <message>
        <source>jawaban yang tidak ada di instrumennya</source>
        <translation>an answer that its instrument does not have</translation>
    </message>
    <message>
        <source>instrumen yang tidak memenuhi syarat</source>
        <translation>an instrument that does not meet the rules</translation>
    </message>
    <message>
        <source>isinya tidak sesuai jenisnya</source>
        <translation>its contents do not fit its kind</translation>
    </message>
    <message>
        <source>waktunya bukan waktu</source>
        <translation>its time is no time</translation>
    </message>
    <message>
        <source>nama penulisnya tidak wajar</source>
        <translation>the name of its author is odd</translation>
    </message>
    <message>
        <source>Baris {line}: {reason}</source>
        <translation>Line {line}: {reason}</translation>
    </message>
    <message>
        <source>{count} isian datang sesudah penilaian ini ditandatangani. Yang terkunci tidak berubah; isian itu menunggu koreksi.</source>
        <translation>Entries that come after this assessment was signed: {count}. What is sealed does not change; they wait for a correction.</translation>
    </message>
    <message>
        <source>instansi</source>
        <translation>institution(s)</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>service unit(s)</translation>
    </message>
    <message>
        <source>produk layanan</source>
        <translation>service product(s)</translation>
    </message>
    <message>
        <source>instrumen</source>
        <translation>instrument(s)</translation>
    </message>
    <message>
        <source>sertifikat perangkat</source>
        <translation>device certificate(s)</translation>
    </message>
    <message>
        <source>berkas kepercayaan</source>
        <translation>trust file(s)</translation>
    </message>
    <message>
        <source>catatan pengiriman</source>
        <translation>record(s) of sending</translation>
    </message>
    <message>
        <source>rencana kunjungan</source>
        <translation>planned visit(s)</translation>
    </message>
    <message>
        <source>tanda terima</source>
        <translation>receipt(s)</translation>
    </message>
    <message>
        <source>lain-lain</source>
        <translation>other(s)</translation>
    </message>
    <message>
        <source>{name}: ada dua versi</source>
        <translation>{name}: two versions</translation>
    </message>
    <message>
        <source>Data pendukung</source>
        <translation>Supporting data</translation>
    </message>
    <message>
        <source>{count} foto atau berkas rusak di jalan, jadi tidak diterima; yang lain tetap masuk. Minta paket ini disalin sekali lagi. Di kotak keluar pengirim berkas itu tetap menunggu.</source>
        <translation>{count} photos or files were damaged on the way and are not taken; everything else is. Ask for another copy of this bundle. In the sender&apos;s outbox those files go on waiting.</translation>
    </message>
    <message>
        <source>Membawa berkas kepercayaan {authority} versi {version}; perangkat ini memakai versi {known} dan beralih ke yang baru bersama paket ini. Dicabut: {revoked}.</source>
        <translation>Brings the trust file of {authority}, version {version}; this device uses version {known} and takes the new one with this bundle. Revoked: {revoked}.</translation>
    </message>
    <message>
        <source>Membawa juga isian dari {names}. Tanda tangannya hanya tanda tangan pengirim; dialah yang menjamin isian itu.</source>
        <translation>Also brings entries of {names}. The only signature is the sender’s, who vouches for them.</translation>
    </message>
    <message>
        <source>perangkat ini</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>Penilaian tanpa keterangan</source>
        <translation>Assessment without details</translation>
    </message>
    <message>
        <source>Dikembalikan dengan komentar; buka penilaiannya untuk membacanya.</source>
        <translation>Returned with comments; open the assessment to read them.</translation>
    </message>
    <message>
        <source>kartu nilai bertanda tangan</source>
        <translation>signed scorecard</translation>
    </message>
    <message>
        <source>{count} isian baru</source>
        <translation>new entries: {count}</translation>
    </message>
    <message>
        <source>{count} foto baru</source>
        <translation>new photos: {count}</translation>
    </message>
    <message>
        <source>{count} sudah ada</source>
        <translation>already here: {count}</translation>
    </message>
    <message>
        <source>{count} bertentangan</source>
        <translation>conflicts: {count}</translation>
    </message>
    <message>
        <source>{count} foto rusak</source>
        <translation>{count} damaged photos</translation>
    </message>
    <message>
        <source>{count} ditolak</source>
        <translation>refused: {count}</translation>
    </message>
    <message>
        <source>{count} paket</source>
        <translation>bundles: {count}</translation>
    </message>
    <message>
        <source>Ada pertentangan</source>
        <translation>Conflicts</translation>
    </message>
</context>
<context>
    <name>gaps</name>
    <message>
        <source>Belum dijawab</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Bukti wajib: {label}</source>
        <translation>Required evidence: {label}</translation>
    </message>
    <message>
        <source>Bukti hilang: {name}</source>
        <translation>Evidence lost: {name}</translation>
    </message>
    <message>
        <source>Catatan wajib diisi</source>
        <translation>A note is required</translation>
    </message>
    <message>
        <source>Isian berbeda dari dua perangkat</source>
        <translation>Two devices entered different things</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>tidak berlaku: {reason}</source>
        <translation>not applicable: {reason}</translation>
    </message>
    <message>
        <source>tidak dikenal versi program ini</source>
        <translation>not known to this version of the program</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Temuan</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Catatan dari unit layanan</source>
        <translation>Remarks of the service unit</translation>
    </message>
    <message>
        <source>Keterangan penilaian</source>
        <translation>Assessment details</translation>
    </message>
    <message>
        <source>Entri lain</source>
        <translation>Other entry</translation>
    </message>
    <message>
        <source>Penilaian dimulai</source>
        <translation>Assessment started</translation>
    </message>
    <message>
        <source>Revisi {revision} ditandatangani dan dikunci</source>
        <translation>Revision {revision} signed and sealed</translation>
    </message>
    <message>
        <source>{who} menolak menandatangani revisi {revision}</source>
        <translation>{who} refused to sign revision {revision}</translation>
    </message>
    <message>
        <source>{count} isian datang setelah revisi {revision} ditandatangani</source>
        <translation>Entries that came after revision {revision} was signed: {count}</translation>
    </message>
    <message>
        <source>Dibuka untuk koreksi: revisi {revision}</source>
        <translation>Opened for correction: revision {revision}</translation>
    </message>
    <message>
        <source>Koreksi dibatalkan</source>
        <translation>Correction given up</translation>
    </message>
    <message>
        <source>{who} menarik tanda tangan pada revisi {revision}</source>
        <translation>{who} withdrew the signature on revision {revision}</translation>
    </message>
    <message>
        <source>Pusat mengembalikan revisi {revision}</source>
        <translation>Headquarters returned revision {revision}</translation>
    </message>
    <message>
        <source>Berkas ber-TTE untuk revisi {revision} disimpan</source>
        <translation>File with TTE for revision {revision} saved</translation>
    </message>
    <message>
        <source>{count} isian datang setelah revisi yang belum ada di sini ditandatangani</source>
        <translation>Entries that came after a revision that is not here yet was signed: {count}</translation>
    </message>
    <message>
        <source>{who} menarik tanda tangan pada revisi yang belum ada di sini</source>
        <translation>{who} withdrew the signature on a revision that is not here yet</translation>
    </message>
    <message>
        <source>Pusat mengembalikan revisi yang belum ada di sini</source>
        <translation>Headquarters returned a revision that is not here yet</translation>
    </message>
    <message>
        <source>Berkas ber-TTE untuk revisi yang belum ada di sini disimpan</source>
        <translation>File with TTE for a revision that is not here yet saved</translation>
    </message>
    <message>
        <source>Mengoreksi revisi {revision}</source>
        <translation>Corrects revision {revision}</translation>
    </message>
    <message>
        <source>Tidak mengubah nilai revisi itu; dihitung pada revisi berikut</source>
        <translation>They do not change that revision’s score; they count in the next one</translation>
    </message>
    <message>
        <source>{who}, menurut sertifikat dari {issuer}</source>
        <translation>{who}, by a certificate from {issuer}</translation>
    </message>
    <message>
        <source>Sebagai {role}</source>
        <translation>As {role}</translation>
    </message>
    <message>
        <source>Alasan: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>Komentar pada {count} pertanyaan</source>
        <translation>Questions with comments: {count}</translation>
    </message>
    <message>
        <source>Nilai {score} · {category} · {place}</source>
        <translation>Score {score} · {category} · {place}</translation>
    </message>
    <message>
        <source>Tanda tangan: {who}</source>
        <translation>Signatures: {who}</translation>
    </message>
    <message>
        <source>SHA-256 berkas {digest}…</source>
        <translation>SHA-256 of the file {digest}…</translation>
    </message>
    <message>
        <source>berlaku</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>bersaing</source>
        <translation>rival</translation>
    </message>
    <message>
        <source>perangkat {device}</source>
        <translation>device {device}</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Belum dikirim</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Perubahan belum dikirim</source>
        <translation>Change not sent yet</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Sudah dimulai</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Auditor belum mengetahuinya; rencana dapat diubah atau dibatalkan.</source>
        <translation>The auditor does not know of it yet; it can be changed or called off.</translation>
    </message>
    <message>
        <source>Auditor masih memegang yang lama, sampai surat berikutnya diterimanya.</source>
        <translation>The auditor holds the former one until the next letter arrives.</translation>
    </message>
    <message>
        <source>Perubahan dan pembatalan diketahui auditor dari surat berikutnya.</source>
        <translation>The auditor hears of changes and cancellations from the next letter.</translation>
    </message>
    <message>
        <source>Penilaiannya sudah dimulai di lapangan; rencana tidak diubah lagi.</source>
        <translation>Its assessment has started in the field; the plan is not changed any more.</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>besok</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>terlewat</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>Semua rencana sudah ada dalam surat kepada auditornya.</source>
        <translation>Every plan lies in a letter to its auditor.</translation>
    </message>
    <message>
        <source>Belum dikirim: {names}.</source>
        <translation>Not sent yet: {names}.</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>dan {count} lagi</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>{refused} dari {total} berkas tidak dijadikan bukti: {names}. Diterima: {taken}. Perbaiki atau ganti berkas itu, lalu tambahkan lagi.</source>
        <translation>{refused} of {total} files not taken as evidence: {names}. Taken: {taken}. Mend or replace those files, then add them again.</translation>
    </message>
    <message>
        <source>terlalu besar: {found}, batas {limit}</source>
        <translation>too large: {found}, limit {limit}</translation>
    </message>
    <message>
        <source>diska penuh</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>rusak atau kosong</source>
        <translation>damaged or empty</translation>
    </message>
    <message>
        <source>bukan jenis yang diterima</source>
        <translation>not of a kind that is accepted</translation>
    </message>
    <message>
        <source>terkunci kata sandi</source>
        <translation>locked with a password</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Unit layanan</source>
        <translation>Service unit</translation>
    </message>
    <message>
        <source>Produk layanan</source>
        <translation>Service product</translation>
    </message>
    <message>
        <source>Nama instansi</source>
        <translation>Name of the institution</translation>
    </message>
    <message>
        <source>Nama unit</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Nama produk</source>
        <translation>Name of the product</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Nama kepala unit</source>
        <translation>Name of the head</translation>
    </message>
    <message>
        <source>NIP kepala unit</source>
        <translation>NIP of the head</translation>
    </message>
    <message>
        <source>Jabatan kepala unit</source>
        <translation>Position of the head</translation>
    </message>
    <message>
        <source>Kosong</source>
        <translation>Empty</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>{period}: {score} · {category}</source>
        <translation>{period}: {score} · {category}</translation>
    </message>
    <message>
        <source>{count} indikator belum dijawab</source>
        <translation>Indicators not answered: {count}</translation>
    </message>
    <message>
        <source>{count} bukti wajib lagi belum ada</source>
        <translation>Required evidence missing: {count} more</translation>
    </message>
    <message>
        <source>{code} · Bukti hilang: {name}</source>
        <translation>{code} · Evidence lost: {name}</translation>
    </message>
    <message>
        <source>{count} bukti lagi hilang</source>
        <translation>{count} more pieces of evidence lost</translation>
    </message>
    <message>
        <source>{code} · catatan wajib</source>
        <translation>{code} · note required</translation>
    </message>
    <message>
        <source>{count} catatan wajib lagi belum ada</source>
        <translation>Required notes missing: {count} more</translation>
    </message>
    <message>
        <source>Lengkap; siap ditandatangani</source>
        <translation>Complete; ready to sign</translation>
    </message>
    <message>
        <source>{code} · {before} → {after}</source>
        <translation>{code} · {before} → {after}</translation>
    </message>
    <message>
        <source>Tanggapan unit: ada dua versi</source>
        <translation>Unit’s remarks: two versions</translation>
    </message>
    <message>
        <source>{code} · ada dua versi</source>
        <translation>{code} · two versions</translation>
    </message>
</context>
<context>
    <name>standing_words</name>
    <message>
        <source>Berlaku</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Habis</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Dicabut</source>
        <translation>Revoked</translation>
    </message>
</context>
<context>
    <name>trust_words</name>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Kantor pusat</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>Perangkat hilang, dicuri, atau dipakai orang lain</source>
        <translation>Device lost, stolen or used by somebody else</translation>
    </message>
    <message>
        <source>Pindah tugas atau berhenti</source>
        <translation>Moved to other work or left</translation>
    </message>
    <message>
        <source>Diganti pendaftaran yang lebih baru</source>
        <translation>Replaced by a newer enrolment</translation>
    </message>
    <message>
        <source>Perangkat tidak dipakai lagi</source>
        <translation>Device no longer used</translation>
    </message>
    <message>
        <source>Ditandatangani dengan berkas sertifikat {name}</source>
        <translation>Signed with the certificate file {name}</translation>
    </message>
    <message>
        <source>Ditandatangani dengan token {name}</source>
        <translation>Signed with the token {name}</translation>
    </message>
    <message>
        <source>Ditandatangani dengan kunci perangkat ini · {state}</source>
        <translation>Signed with this device’s key · {state}</translation>
    </message>
    <message>
        <source>pendaftaran dicabut</source>
        <translation>enrolment revoked</translation>
    </message>
    <message>
        <source>terdaftar pada {authority}</source>
        <translation>enrolled with {authority}</translation>
    </message>
    <message>
        <source>pendaftaran sudah habis</source>
        <translation>enrolment expired</translation>
    </message>
    <message>
        <source>belum terdaftar</source>
        <translation>not enrolled</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Sedang diperiksa</source>
        <translation>Being verified</translation>
    </message>
    <message>
        <source>Tidak dapat diperiksa</source>
        <translation>Cannot be verified</translation>
    </message>
    <message>
        <source>Baik</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Perlu ditimbang</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>Tidak benar</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>Belum pasti</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Tidak ditemukan kejanggalan</source>
        <translation>Nothing irregular was found</translation>
    </message>
    <message>
        <source>Ada yang perlu Anda timbang sendiri</source>
        <translation>Something needs your own judgement</translation>
    </message>
    <message>
        <source>Ada yang tidak benar</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>Ada yang belum dapat dipastikan</source>
        <translation>Something cannot be made sure of yet</translation>
    </message>
    <message>
        <source>Setiap baris di bawah menjawab pertanyaan yang berbeda. Bacalah semuanya sebelum mengambil keputusan.</source>
        <translation>Each line below answers a different question. Read them all before you decide.</translation>
    </message>
    <message>
        <source>Utuh?</source>
        <translation>Unchanged?</translation>
    </message>
    <message>
        <source>Siapa?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>Dijamin siapa?</source>
        <translation>Trusted by whom?</translation>
    </message>
    <message>
        <source>Kapan?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Nilainya cocok?</source>
        <translation>Does the score agree?</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Pengirim paket</source>
        <translation>Sender of the bundle</translation>
    </message>
    <message>
        <source>Kepala unit layanan</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>Ruang TTE</source>
        <translation>Space for TTE</translation>
    </message>
    <message>
        <source>Penanda tangan lain</source>
        <translation>Another signer</translation>
    </message>
    <message>
        <source>Berkas PDF</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Kode pada lembar</source>
        <translation>Code on the sheet</translation>
    </message>
    <message>
        <source>Paket</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>MENURUT KODE INI</source>
        <translation>BY THE WORD OF THIS CODE</translation>
    </message>
    <message>
        <source>MENURUT BERKAS INI</source>
        <translation>BY THE WORD OF THIS FILE</translation>
    </message>
    <message>
        <source>Paket antarperangkat</source>
        <translation>Bundle between devices</translation>
    </message>
    <message>
        <source>Isi tidak dikenali</source>
        <translation>Contents not recognised</translation>
    </message>
    <message>
        <source>Penilaian {assessment}</source>
        <translation>Assessment {assessment}</translation>
    </message>
    <message>
        <source>Periode {period}</source>
        <translation>Period {period}</translation>
    </message>
    <message>
        <source>dikunci {moment}</source>
        <translation>sealed {moment}</translation>
    </message>
    <message>
        <source>revisi {revision}</source>
        <translation>revision {revision}</translation>
    </message>
    <message>
        <source>Hasil pemeriksaan: {file}</source>
        <translation>Result of verifying: {file}</translation>
    </message>
    <message>
        <source>Kode singkat {code}</source>
        <translation>Short code {code}</translation>
    </message>
    <message>
        <source>NILAI TERCETAK</source>
        <translation>PRINTED SCORE</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Yang juga perlu diketahui</source>
        <translation>Also worth knowing</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>sementara</source>
        <translation>provisional</translation>
    </message>
    <message>
        <source>hijau</source>
        <translation>green</translation>
    </message>
    <message>
        <source>kuning</source>
        <translation>yellow</translation>
    </message>
    <message>
        <source>merah</source>
        <translation>red</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Siap ditandatangani</source>
        <translation>Ready to sign</translation>
    </message>
    <message>
        <source>Ditandatangani</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Sedang dikoreksi</source>
        <translation>In correction</translation>
    </message>
    <message>
        <source>Tanda tangan ditarik</source>
        <translation>Signature withdrawn</translation>
    </message>
    <message>
        <source>Dikembalikan</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>ditolak pimpinan unit</source>
        <translation>refused by unit head</translation>
    </message>
    <message>
        <source>Diterima pusat</source>
        <translation>Received by headquarters</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditor</translation>
    </message>
    <message>
        <source>pimpinan unit</source>
        <translation>head of unit</translation>
    </message>
    <message>
        <source>kemarin</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Agu</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Okt</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Des</source>
        <translation>Dec</translation>
    </message>
</context>
</TS>
