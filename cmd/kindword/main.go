// Command kindword serves a forum for people who are ill and those who love
// them, and looks after it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// version is set when a release is built.
var version = "unversioned"

func main() {
	syscall.Umask(0o077) // whatever is made here is for this user's eyes only
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "kindword:", err)
		os.Exit(1)
	}
}
