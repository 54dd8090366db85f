package dbtest

import (
	"testing"
)

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		b.Run("x", func(b *testing.B) {
			for b.Loop() {
				d := Open(b)
				d.Close()
			}
		})
	}
}
func TestA(t *testing.T) { Open(t) }
func TestB(t *testing.T) { Open(t) }
func TestC(t *testing.T) { Open(t) }
func TestD(t *testing.T) { Open(t) }
