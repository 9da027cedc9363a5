"""Settings, read once at the edge from the environment (prefix MINGBAI_)."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1] / "corpus"


def _default_corpus() -> Path:
    """The corpus of the checkout where there is one, else the one shipped in the package."""
    return _CHECKOUT if (_CHECKOUT / "vocabulary.yaml").is_file() else _PACKAGE / "corpus_files"


def _default_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mingbai"


class Settings(BaseSettings):
    """Where things are and which optional parts are used; each can be set as MINGBAI_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="MINGBAI_", frozen=True)

    corpus: Path = Field(default_factory=_default_corpus, description="语料文件夹")
    cache: Path = Field(default_factory=_default_cache, description="索引所在的缓存文件夹")
    imports: Path = Field(
        default_factory=lambda data: data["cache"] / "imports",
        description="导入的文件所在的文件夹,默认是缓存文件夹里的 imports",
    )
    sources: Path | None = Field(default=None, description="原文所在的文件夹;给了就在条款旁边显示原文")
    encoder: str | None = Field(default=None, description="换用的 sentence-transformers 模型名或文件夹")
    llm: str | None = Field(default=None, description="语言模型,写成 provider:model")
    llm_base_url: str | None = Field(default=None, description="OpenAI 兼容服务的地址")
    llm_api_key: str | None = Field(default=None, description="语言模型服务的密钥")
    llm_timeout: float = Field(default=20, gt=0, description="等语言模型的一次应答最多几秒")
    llm_retries: int = Field(default=1, ge=0, description="一次请求没有成功时再试几次")
    llm_turn_timeout: float = Field(default=45, gt=0, description="语言模型答一句话总共最多几秒,过了就按规则答")
    store: str | None = Field(default=None, description="练习、成绩和评价的数据库地址,默认是缓存文件夹里的 SQLite")
    host: str = Field(default="127.0.0.1", description="页面监听的地址")
    port: int = Field(default=7860, description="页面监听的端口")
    root_path: str = Field(
        default="", pattern=r"^(/[^/\s]+)*$", description="反向代理把页面放在哪个路径下,例如 /bureau/mingbai;默认没有"
    )

    def store_url(self, room: str) -> str:
        """The URL of the database in which a room keeps things: the one of all rooms, else its own SQLite file."""
        return self.store or f"sqlite:///{self.cache / room}.sqlite3"
