# Five words: run, test, check, race, faults.
#
# make run    a demonstration community on http://localhost:8080
# make test   every test, installing what it needs where it may
# make check  what a change must pass before it is handed in
# make race   the store's tests on both engines, watched for races
# make faults power cuts and kills against the real binary (root, Linux)

TAGS    := sqlite_fts5,nomsgpack
GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
LDFLAGS := -s -w -X main.version=$(VERSION)

.PHONY: run build test check race faults clean

run: build
	./bin/kindword demo

build:
	@.ci/needs go cc
	CGO_ENABLED=1 $(GO) build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/kindword ./cmd/kindword

test:
	@.ci/needs go cc
	@.ci/test

check: test
	@test -z "$$(gofmt -l cmd pkg static templates)" || { gofmt -l cmd pkg static templates; exit 1; }
	$(GO) vet -tags $(TAGS) ./...

race:
	@.ci/needs go cc
	@.ci/race

faults: build
	@.ci/faults

clean:
	rm -rf bin
