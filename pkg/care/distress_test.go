package care

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// classes is what Distress must say of short texts.
type classes []struct {
	text string
	want Class
}

func (table classes) check(t *testing.T) {
	t.Helper()
	for _, c := range table {
		if got := Distress(c.text); got.Class != c.want && (c.want != Talk && c.want != NoSign || got.Class != Talk && got.Class != NoSign) {
			t.Errorf("%q: %q by %v, want %q", c.text, got.Class, got.Rules, c.want)
		}
	}
}

func TestDistressTyping(t *testing.T) {
	classes{
		{"I don't want to live anymore", Wish},
		{"I don’t want to live anymore", Wish},
		{"i dont want to live anymore", Wish},
		{"I don`t want to live any more", Wish},
		{"I DON'T WANT TO LIVE ANYMORE", Wish},
		{"i d\u200bon't wa\u200cnt to l\u200dive any\ufeffmore", Wish},
		{"i dont waaaant to liiiive anymooore", Wish},
		{"i really just dont even fucking want to live anymore tbh", Wish},
		{"wanna die", Wish},
		{"i wanna d1e", Wish},
		{"cant go on", Wish},
		{"gonna kms tonight", Plan},
		{"thinking about unaliving myself", Wish},
		{"i want to k*ll myself", Wish},
		{"feeling s*icidal again", Wish},
		{"feeling su1cidal again", Wish},
		{"I wаnt to diе", Wish}, // Cyrillic а, е
		{"ｉ ｗａｎｔ ｔｏ ｄｉｅ", Wish},
		{"𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞", Wish},
		{"im so tired of being alive", Wish},
		{"idk why im still alive", Wish},
		{"ya no quiero vivir", Wish},
		{"YA NO QUIERO VIVIR", Wish},
		{"ya no kiero vivir", Wish},
		{"no le veo sentido a seguir viviendo", Wish},
		{"No le encuentro sentido a la vida", Wish},
		{"me quiero morir", Wish},
		{"quisiera dormirme y no despertar mas", Wish},
		{"quisiera dormirme y no despertar más", Wish},
		{"Estoy cansada, I don't want to live anymore, perdón", Wish},
	}.check(t)
}

func TestDistressNot(t *testing.T) {
	classes{
		{"I don't want to die", Talk},
		{"I'm not suicidal", Talk},
		{"I am not in any way suicidal, only tired", Talk},
		{"I have never wanted to kill myself", Talk},
		{"I'm not going to kill myself, don't worry", Talk},
		{"No quiero morir", Talk},
		{"No quiero morirme todavía", Talk},
		{"Nunca he pensado en suicidarme", Talk},
		{"I can't stop thinking about killing myself", Wish},
		{"It's not that I want to die, I just don't want to live like this", Wish},
	}.check(t)
}

func TestDistressOfAnother(t *testing.T) {
	classes{
		{"my dad wants to die", Talk},
		{"My husband says he wants to kill himself", Talk},
		{"She told me she doesn't want to live anymore", Talk},
		{"Mum said “I want to die” last night", Talk},
		{"My sister keeps saying \"I don't want to be here any more\"", Talk},
		{"mi madre quiere morir", Talk},
		{"Mi padre me dijo «quiero morirme» ayer", Talk},
		{"Mi abuela ya no quiere vivir", Talk},
		{"I told the nurse “I don't want to be here any more”", Wish},
		{"I love my husband but I want to die", Wish},
	}.check(t)
}

func TestDistressLongAgo(t *testing.T) {
	classes{
		{"When I was diagnosed I wanted to die. I am glad I stayed.", Talk},
		{"I was suicidal in my twenties", Talk},
		{"Cuando me lo dijeron quise morirme, hoy doy gracias", Talk},
		{"Last night I wanted to die", Wish},
		{"I have wanted to die for weeks", Wish},
	}.check(t)
}

func TestDistressWordsOfOthers(t *testing.T) {
	classes{
		{"> I want to die\n\nI am so sorry you feel like that.", Talk},
		{"> > I want to kill myself tonight\n\nPlease ring somebody.", Talk},
		{"```\nI want to die\n```\nIt says that in the leaflet.", Talk},
		{"The line `I want to die` is from a song.", Talk},
		{"> You will be fine\n\nI want to die", Wish},
		{"```\nI want to die and nobody closed this", Wish},
	}.check(t)
}

func TestDistressAimed(t *testing.T) {
	classes{
		{"kill yourself", Aimed},
		{"Just go and kys already", Aimed},
		{"I hope you die of it", Aimed},
		{"The world would be better off without you", Aimed},
		{"Mátate ya", Aimed},
		{"Ojalá te mueras", Aimed},
		{"He told me to go and kill myself, what a brother", Talk},
		{"Don't kill yourself over the ironing", Talk},
	}.check(t)
}

func TestSign(t *testing.T) {
	for class, want := range map[Class][2]bool{NoSign: {}, Talk: {}, Wish: {true, false}, Plan: {true, true}, Aimed: {}} {
		if s := (Sign{Class: class}); s.Case() != want[0] || s.Urgent() != want[1] {
			t.Errorf("%q: case %v, urgent %v", class, s.Case(), s.Urgent())
		}
	}
	s := Distress("I have had enough. I’ve been saving up my morphine and tonight I will take it all. The garden is lovely.")
	if s.Class != Plan || !s.Card || !slices.IsSorted(s.Rules) || len(s.Means) != 1 {
		t.Fatalf("%+v", s)
	}
	for _, rule := range s.Rules {
		if strings.ContainsAny(rule, " ") || !strings.Contains(rule, ".") {
			t.Errorf("rule %q", rule)
		}
	}
}

func TestMeansAreTheRightPassage(t *testing.T) {
	for text, want := range map[string]string{
		"Thanks all. I’ve been saving up my morphine — tonight I will take it all. The garden is lovely.": "I’ve been saving up my morphine — tonight I will take it all",
		"Ya no quiero vivir. Pienso en tirarme al metro. Adiós.":                                          "Pienso en tirarme al metro",
		"I want to die. 🙂":                                  "",
		"My brother hanged himself from a bridge in March.": "",
	} {
		var got []string
		for _, m := range Distress(text).Means {
			got = append(got, text[m.From:m.To])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// checkSign fails unless s is sound for source.
func checkSign(t *testing.T, source string, s Sign) {
	t.Helper()
	end := 0
	for _, m := range s.Means {
		if m.From < end || m.To <= m.From || m.To > len(source) || !utf8.RuneStart(source[m.From]) || m.To < len(source) && !utf8.RuneStart(source[m.To]) {
			t.Errorf("%q: passage %v after %d", source, m, end)
			return
		}
		end = m.To
	}
	if s.Case() != s.Card && s.Class != Talk || len(s.Means) > 0 && !s.Case() || (s.Class == NoSign) != (len(s.Rules) == 0) && s.Class != NoSign {
		t.Errorf("%q: %+v", source, s)
	}
}

func FuzzDistress(f *testing.F) {
	for _, seed := range []string{"I want to die", "> quoted\nI’ve got the pills `x` next to me", "ojalá no despertara", "s**cide ```\n~~~", "\xff\xfe“I want to die” he said", "d\u0301ie‘’``´"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		checkSign(t, source, Distress(source))
	})
}

func BenchmarkDistress(b *testing.B) {
	ordinary := "The second cycle knocked me out for a week, and this nausea is killing me. They moved Mum to the hospice on Friday; I want to be there, but I cannot drive yet. No sé si puedo más con esto. "
	for name, text := range map[string]string{
		"ordinary": ordinary, "want": "i want to not want to die and ", "want die": "want die ", "no no": "no ", "not not": "not want to ", "i": "i ", "to": "to be ", "hope": "hope i never ",
		"pills": "take all of the pills ", "end": "end it all ", "que": "que no quiero ", "quotes": "“I want to die” he said ", "dots": "a.", "ticks": "`", "fences": "```\n", "marks": "*", "letters": "s*", "aaaa": "a",
		"invisible": "\u200b", "better": "everyone would be better if i was not ", "every": "they all could be ok if i died ",
	} {
		text = strings.Repeat(text, 10000/utf8.RuneCountInString(text)+1)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Distress(text)
			}
		})
	}
}
