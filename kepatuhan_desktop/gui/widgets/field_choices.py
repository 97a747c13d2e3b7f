"""Put one unit or institution together from what several versions of it say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from kepatuhan_desktop.gui import register_words
from kepatuhan_desktop.services.disputes import Dispute


class FieldChoices(QWidget):
    """A row for each field in which the versions differ; what none of them says can be typed."""

    def __init__(self, dispute: Dispute, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combos: dict[str, QComboBox] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in dispute.contested:
            caption = register_words.caption(dispute.record, field.name)
            combo = QComboBox(self)
            combo.setObjectName(f"{field.name}_combo")
            combo.setEditable(not field.is_reference)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(24)
            combo.setMinimumHeight(40)
            combo.setAccessibleName(caption)
            for value, text in dict(zip(field.values, field.texts, strict=True)).items():
                combo.addItem(text, value)
            combo.setCurrentIndex(combo.findData(field.values[field.suggested]))
            label = QLabel(caption, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumHeight(40)
            form.addRow(label, combo)
            self.combos[field.name] = combo

    def fields(self) -> dict[str, str]:
        """What is chosen or typed."""
        return {
            name: combo.currentText() if combo.isEditable() else str(combo.currentData())
            for name, combo in self.combos.items()
        }
