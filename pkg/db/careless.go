//go:build careless

package db

// A binary built with this tag answers before the disk has, as most programs do. It
// is the control of the fault tests: power cuts must lose words with it, or they
// prove nothing of the others. It is never released.
func init() {
	for i, s := range settings {
		if s.pragma == "synchronous" {
			settings[i] = setting{"synchronous", "NORMAL", int64(1)}
		}
	}
}
