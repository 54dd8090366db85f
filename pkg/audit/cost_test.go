package audit

import (
	"math"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// Nothing that is asked while somebody waits reads more as the record grows.
func TestNoReadingOfTheWholeRecord(t *testing.T) {
	d := house(t)
	write(t, d, 3)
	for _, test := range []struct {
		name string
		args []any
		do   func() error
	}{
		{"newest", nil, func() error { _, err := Newest(t.Context(), d); return err }},
		{"before", []any{int64(math.MaxInt64), 50}, func() error { _, err := Recent(t.Context(), d, 50); return err }},
		{"about", []any{1, int64(math.MaxInt64), 50}, func() error { _, err := About(t.Context(), d, []int64{1}, math.MaxInt64, 50); return err }},
		{"by", []any{mo}, func() error { _, err := By(t.Context(), d, mo); return err }},
		{"counts", []any{202601}, func() error { _, err := Counts(t.Context(), d, 202601); return err }},
		{"all", []any{0, atOnce}, func() error {
			for _, err := range All(t.Context(), d) {
				return err
			}
			return nil
		}},
	} {
		var err error
		asked := dbtest.Statements(d, func() { err = test.do() })
		if err != nil || len(asked) != 1 {
			t.Errorf("%s: %v, %v", test.name, asked, err)
			continue
		}
		dbtest.NoScan(t, d, asked[0], test.args...)
	}
}

// Writing one entry is four statements, each by an index, however many there are.
func TestRecordingIsBounded(t *testing.T) {
	d := house(t)
	write(t, d, 3)
	asked := dbtest.Statements(d, func() { write(t, d, 1) })
	if len(asked) != 4 {
		t.Errorf("%s", strings.Join(asked, "\n"))
	}
	dbtest.NoScan(t, d, asked[0])
}

func BenchmarkRecord(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"empty", 0}, {"20000", 20_000}} {
		b.Run(size.name, func(b *testing.B) {
			d := dbtest.Open(b)
			settle(b, d)
			write(b, d, size.n)
			b.ResetTimer()
			err := d.Tx(b.Context(), func(tx *db.Tx) error {
				for i := range b.N {
					if err := Record(b.Context(), tx, someEntry(i)); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				b.Fatal(err)
			}
		})
	}
}

func BenchmarkVerify(b *testing.B) {
	d := dbtest.Open(b)
	settle(b, d)
	write(b, d, 20_000)
	for b.Loop() {
		if got := verify(b, d, Hash{}); got.Broken != nil {
			b.Fatal(got.Broken)
		}
	}
}
