package screen

import "testing"

func TestPhrases(t *testing.T) {
	p := NewPhrases([]string{"Relapse", "last breath", "naïve", "don't", "star*"})
	for text, want := range map[string]bool{
		"A RELAPSE, they said.":         true,
		"Relapsed":                      false, // another word
		"re lapse":                      false,
		"her last  breath":              true,
		"her last\nbreath":              true,
		"her last good breath":          false,
		"How naive of me":               true,
		"We don’t know":                 true,
		"a star":                        true,
		"starting":                      false,
		"rеlapse with a borrowed vowel": true,
		"":                              false,
	} {
		if got := p.In("", text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if NewPhrases(nil).In("anything") {
		t.Error("no phrases stand somewhere")
	}
}
