"""The provinces of the vocabulary: every place of a document is in one of them."""


def test_the_place_of_every_policy_is_in_a_province(corpus):
    of_rules = [one for one in corpus.policies.values() if one.kind == "policy" and one.place]
    assert not [one.id for one in of_rules if corpus.vocabulary.province_of(one.place) is None]


def test_no_place_is_in_two_provinces(corpus):
    places = corpus.vocabulary.other_places
    assert len(places) == len(set(places))
