package forum

import (
	"context"
	"fmt"
	"testing"
)

// BenchmarkPages reads pages of a thread of 50 replies and of one of 10,000.
func BenchmarkPages(b *testing.B) {
	v := newVillage(b)
	board := v.board("chemo", Public)
	ctx := context.Background()
	for range 30 {
		v.open(board, v.ann, NewThread{})
	}
	for _, n := range []int{50, 10_000} {
		p := v.plant(board, n, lately)
		q := v.plant(board, n, mixed)
		for name, read := range map[string]func() error{
			"thread":         func() error { _, err := v.Thread(ctx, guest, q.PID); return err },
			"first page":     func() error { _, err := v.ThreadPage(ctx, guest, q.Thread, View{}); return err },
			"one big branch": func() error { _, err := v.ThreadPage(ctx, guest, p.Thread, View{}); return err },
			"flat":           func() error { _, err := v.ThreadPage(ctx, guest, q.Thread, View{Order: Flat}); return err },
			"as a member":    func() error { _, err := v.ThreadPage(ctx, v.ben, q.Thread, View{}); return err },
			"board":          func() error { _, err := v.Threads(ctx, v.ben, board, ByLatest, ""); return err },
			"boards":         func() error { _, err := v.Boards(ctx, v.ben); return err },
			"place":          func() error { _, err := v.Place(ctx, guest, q.posts[n/2].pid); return err },
		} {
			b.Run(fmt.Sprintf("%s, %d replies", name, n), func(b *testing.B) {
				for b.Loop() {
					if err := read(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkReply answers with 16 people at once.
func BenchmarkReply(b *testing.B) {
	v := newVillage(b)
	thread := v.open(v.board("chemo", Public), v.ann, NewThread{})
	opening := v.opening(thread)
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := v.Reply(context.Background(), v.ben, opening.PID, NewReply{Words: "Some **words**, and a few more of them."}); err != nil {
				b.Error(err)
			}
		}
	})
}
