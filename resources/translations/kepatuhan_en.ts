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
        <source>Nilai sementara: {answered} dari {all} indikator terjawab</source>
        <translation>Provisional score: {answered} of {all} indicators answered</translation>
    </message>
</context>
<context>
    <name>AssessmentsPage</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
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
    <name>CameraDialog</name>
    <message>
        <source>Kamera tidak memberi gambar: {reason}</source>
        <translation>The camera gives no picture: {reason}</translation>
    </message>
    <message>
        <source>Ambil foto</source>
        <translation>Take photo</translation>
    </message>
    <message>
        <source>&amp;Batal</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Ambil foto</source>
        <translation>&amp;Take photo</translation>
    </message>
</context>
<context>
    <name>ConflictNotice</name>
    <message>
        <source>Pakai yang ini</source>
        <translation>Use this one</translation>
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
        <source>Perbesar, perkecil halaman</source>
        <translation>Zoom in, out</translation>
    </message>
    <message>
        <source>Setuju</source>
        <translation>Accept</translation>
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
        <source>&amp;Simpan PDF… · Ctrl+S</source>
        <translation>&amp;Save PDF… · Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Cetak… · Ctrl+P</source>
        <translation>&amp;Print… · Ctrl+P</translation>
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
        <source>Auditor: {auditor}  ·  Perangkat {device}</source>
        <translation>Auditor: {auditor}  ·  Device {device}</translation>
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
    <name>camera</name>
    <message>
        <source>Kamera tidak tersedia: program ini dipasang tanpa dukungan kamera.</source>
        <translation>No camera: this program was installed without camera support.</translation>
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
    <name>evidence</name>
    <message>
        <source>Tersimpan · {name}</source>
        <translation>Saved · {name}</translation>
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
        <source>Catatan wajib diisi</source>
        <translation>A note is required</translation>
    </message>
    <message>
        <source>Isian berbeda dari dua perangkat</source>
        <translation>Two devices entered different things</translation>
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
