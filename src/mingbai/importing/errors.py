"""Why a file cannot be imported, each with the sentence its reader is told (whoever catches it names the file).

ImportingError
├── MissingFileError         no such file, or a folder
├── UnsupportedFormatError   a kind of file that is not read
├── TooLargeError            larger than this room takes on
├── BrokenFileError          damaged, or not what its ending says
├── ProtectedFileError       a password is wanted
├── EmptyFileError           no words in it
├── ScannedFileError         pictures of pages, no text
├── SameNameError            two files of one import would be stored under one name
├── UnknownNameError         nothing is stored under that name
└── BrokenRecordError        what was stored cannot be read any more
"""

from collections.abc import Iterable


class ImportingError(Exception):
    """Anything this room raises on purpose; `str()` is a Chinese sentence for the person who imports."""


class MissingFileError(ImportingError):
    """There is no file at the path."""

    def __init__(self) -> None:
        super().__init__("找不到这个文件(文件夹不能导入,请写文件名)")


class UnsupportedFormatError(ImportingError):
    """The ending is not one that is read."""

    def __init__(self, endings: Iterable[str]) -> None:
        super().__init__(f"不认识这种文件;能导入的有 {'、'.join(endings)}(旧的 .doc 请先另存为 .docx)")


class TooLargeError(ImportingError):
    """More than this room takes on; `what` says what there is too much of, with the limit."""

    def __init__(self, what: str) -> None:
        super().__init__(f"文件太大,{what};请拆成几个文件再导入")


class BrokenFileError(ImportingError):
    """The file cannot be read as what its ending says."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"打不开,文件坏了,或者不是真的{kind};请用原来的软件打开后重新保存")


class ProtectedFileError(ImportingError):
    """The file opens only with a password."""

    def __init__(self) -> None:
        super().__init__("文件有密码(或其实是旧的 .doc);请去掉密码、另存一份再导入")


class EmptyFileError(ImportingError):
    """The file holds no words."""

    def __init__(self) -> None:
        super().__init__("文件里没有文字")


class ScannedFileError(ImportingError):
    """The pages are pictures."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages}页都没有文字,像是扫描件;请先做文字识别(OCR),或换成有文字的版本")


class SameNameError(ImportingError):
    """Another file of the same import already has this name in the store."""

    def __init__(self, other: str) -> None:
        super().__init__(f"和 {other} 会存成同一个名字;请改名后再导入")


class UnknownNameError(ImportingError):
    """Nothing is stored under the name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        listed = "、".join(known)
        super().__init__(f"没有导入过“{name}”;" + (f"导入过的有:{listed}" if listed else "还没有导入过文件"))


class BrokenRecordError(ImportingError):
    """A stored import is damaged or from another version."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"存着的导入文件 {name} 读不出来;请重新导入它")
