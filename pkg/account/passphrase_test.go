package account

import (
	"strings"
	"testing"
	"time"
)

// TestNoPassphraseTakesLongToLookAt: some are made to keep the estimate busy.
func TestNoPassphraseTakesLongToLookAt(t *testing.T) {
	for _, hostile := range []string{
		strings.Repeat("4@3$1!0+7%2z8|({[<69", 50), strings.Repeat("a4b@c8d3e6f9g1h!i|j0k5l$m7n+o%p2q(r{s[t<", 25),
		strings.Repeat("a", 1024), strings.Repeat("p4ssw0rd ", 100), strings.Repeat("01/02/1999 1/2/99 ", 50), strings.Repeat("qwertasdfg", 100),
		strings.Repeat("\xff", 1024), strings.Repeat("é", 512), strings.Repeat("\u0301", 512),
	} {
		begun := time.Now()
		easilyGuessed(hostile, "Quiet Heron")
		if took := time.Since(begun); took > time.Second { // it takes a few milliseconds
			t.Errorf("%.16q takes %v", hostile, took)
		}
	}
}

func TestARepetitionIsAsEasyAsWhatItRepeats(t *testing.T) {
	for pass, want := range map[string]string{"ababab": "ab", "aaaa": "a", "abcab": "abcab", "": "", "x": "x", "passwordpassword": "password"} {
		if got := unit(pass); got != want {
			t.Errorf("%q: %q", pass, got)
		}
	}
	for _, pass := range []string{"qwertyuiopqwertyuiop", "1990199019901990", "01021999010219990102199901021999"} {
		if !easilyGuessed(pass, "") {
			t.Errorf("%q is taken", pass)
		}
	}
}
