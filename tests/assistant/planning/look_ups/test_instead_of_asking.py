"""An import is known by the beginning of its title only where no document or scheme is called so."""

from mingbai.assistant.planning.look_ups.instead_of_asking import place_signs


def test_a_place_that_no_list_has_is_told_by_the_title() -> None:
    assert place_signs({"a": "云梦泽居民医疗保险办法"}, ("重庆市城乡居民合作医疗保险(2013)",)) == {"a": "云梦泽"}


def test_what_many_documents_are_called_tells_none() -> None:
    assert not place_signs({"a": "居民医保补充规定", "b": "农合"}, ("吉林居民医保", "新农合"))
