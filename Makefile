# Two commands for everybody: make run, make test. The others are for those who build packages.

GO      ?= go
TAGS    := x11,migrated_fynedo
VERSION := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
LDFLAGS := -s -w

.PHONY: run build cli test window-test package clean

# Installs what is missing, builds, opens the window on the sample project.
run: build
	./bin/hexapla --sample

build:
	@.ci/install build
	$(GO) build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/hexapla ./cmd/hexapla

# The command line alone: no C compiler, no display.
cli:
	CGO_ENABLED=0 $(GO) build -ldflags '$(LDFLAGS)' -o bin/hexapla-cli ./cmd/hexapla-cli

# Every test, without a C compiler, a display or the fonts of the machine.
test:
	@.ci/install test
	CGO_ENABLED=0 $(GO) test -tags ci,migrated_fynedo ./...

# The real window under a display of its own.
window-test: build
	@.ci/install window
	$(GO) test -tags $(TAGS),window -count=1 -v ./cmd/hexapla

# An archive with binary, icon and desktop entry.
package: build cli
	@.ci/install package
	.ci/package $(VERSION)

clean:
	rm -rf bin dist
