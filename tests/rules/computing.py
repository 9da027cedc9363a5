"""The policies of the real corpus that compute something."""

from pathlib import Path

_FOLDER = Path(__file__).parent.parent.parent / "corpus" / "policies"
POLICIES = [path.stem for path in sorted(_FOLDER.glob("*.md")) if "\nestimate:" in path.read_text(encoding="utf-8")]
