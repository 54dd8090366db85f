package demo

import (
	"testing"
)

// The community is as large and as varied as the demonstration promises.
func TestCommunityReads(t *testing.T) {
	threads, err := readCommunity()
	if err != nil {
		t.Fatal(err)
	}
	posts, deepest, waiting, boards := 0, 0, 0, map[string]int{}
	for _, th := range threads {
		posts += 1 + len(th.replies)
		boards[th.board]++
		if len(th.replies) == 0 {
			waiting++
		}
		depth := make([]int, len(th.replies))
		for i, r := range th.replies {
			depth[i] = 1
			if r.answers >= 0 {
				depth[i] = depth[r.answers] + 1
			}
			deepest = max(deepest, depth[i])
		}
		if n := len([]rune(th.title)); n > 120 {
			t.Errorf("%q is %d characters long", th.title, n)
		}
	}
	t.Logf("%d threads, %d posts, %d deep, %d waiting, boards %v", len(threads), posts, deepest, waiting, boards)
	if len(threads) < 50 || posts < 500 || deepest < 7 || waiting < 5 || len(boards) != 14 {
		t.Error("that is less than the demonstration promises")
	}
}

func TestSlipsAreFound(t *testing.T) {
	for name, text := range map[string]string{
		"words before":   "hello\n",
		"no author":      "=== T\nwhen: 1d 10:00\n\nbody\n",
		"no words":       "=== T\nby: A\n\n",
		"a gap in depth": "=== T\nby: A\n\nbody\n>> B | +1m\nhello\n",
		"a bad delay":    "=== T\nby: A\n\nbody\n> B | +soon\nhello\n",
		"a bad option":   "=== T\nby: A\n\nbody\n> B | +1m | cheered\nhello\n",
		"a bad header":   "=== T\nby: A\nmood: low\n\nbody\n",
		"an empty reply": "=== T\nby: A\n\nbody\n> B | +1m\n",
	} {
		if _, err := readBoard("x", text); err == nil {
			t.Errorf("%s: nobody noticed", name)
		}
	}
}
