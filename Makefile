# gwgk 关务公开. `make help` lists the targets.
.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules

BUILD ?= build
PREFIX ?= /usr/local
CC ?= cc
ifeq ($(origin CC),default)
CC := gcc
endif
OPT ?= -O2 -g
WERROR ?=
SAN ?=

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wconversion -Wformat=2 \
	-Wno-missing-field-initializers -Wno-overlength-strings -Wno-format-nonliteral $(WERROR)
HARDEN := $(if $(SAN),,-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection) -fPIE
CFLAGS += -std=c11 $(OPT) $(WARN) $(HARDEN) $(SAN) -ffile-prefix-map=$(CURDIR)=.
CPPFLAGS += -D_GNU_SOURCE -Icore -I. -I$(BUILD)
LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SAN)

# One foreign library, one folder (design.md §1); tests/lint/rules/foreign.awk enforces it.
DESK_LIBS = -lncursesw -ltinfo -lsqlite3 -lsodium -lunistring -lcsv -ljansson -linih $(ICONV_LIBS)
ICONV_LIBS = $(shell tools/iconv-probe.sh $(BUILD) "$(CC)")
HELPER_PKGS := pangocairo cairo-pdf fontconfig
HELPER_CFLAGS = $(shell pkg-config --cflags $(HELPER_PKGS)) $(shell cups-config --cflags)
HELPER_LIBS = $(shell pkg-config --libs $(HELPER_PKGS)) $(shell cups-config --libs) -lxlsxwriter -lcsv -lunistring -lsodium -lm $(ICONV_LIBS)

CORE_SRC := $(sort $(wildcard core/base/*.c core/store/*.c core/law/*.c core/paper/*.c core/office/*.c))
HELPER_SRC := $(sort $(wildcard core/paper/helper/*.c))
TUI_SRC := $(sort $(wildcard tui/*.c tui/term/*.c tui/screens/*.c))
CLI_SRC := $(sort $(wildcard cli/*.c))
TEST_SRC := $(sort $(wildcard tests/*.c tests/base/*.c tests/store/*.c tests/law/*.c tests/paper/*.c tests/office/*.c tests/tui/*.c tests/cli/*.c))

QUERY_SQL := $(sort $(wildcard db/query/*.sql))
QUERY_GEN := $(QUERY_SQL:db/query/%.sql=$(BUILD)/gen/q_%.c)
QUERY_HDR := $(QUERY_SQL:db/query/%.sql=$(BUILD)/gen/q_%.h)
GEN_SRC := $(QUERY_GEN) $(BUILD)/gen/queries.c $(BUILD)/gen/migrate.c $(BUILD)/gen/seed.c $(BUILD)/gen/letters.c $(BUILD)/gen/keymaps.c

obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(patsubst $(BUILD)/%,%,$(1)))
CORE_OBJ := $(call obj,$(CORE_SRC)) $(call obj,$(GEN_SRC))
# gwgk-paper links base and paper only, never the store.
PAPER_OBJ := $(filter $(BUILD)/obj/core/base/% $(BUILD)/obj/core/paper/%,$(CORE_OBJ)) $(BUILD)/obj/gen/letters.o
HELPER_OBJ := $(call obj,$(HELPER_SRC))
DESK_OBJ := $(filter-out $(BUILD)/obj/cli/main.o,$(call obj,$(TUI_SRC) $(CLI_SRC)))
TEST_OBJ := $(call obj,$(TEST_SRC))

.PHONY: all
all: $(BUILD)/gwgk $(BUILD)/gwgk-paper ## Build the desk and its paper program; installs nothing

$(BUILD)/gwgk: $(BUILD)/obj/cli/main.o $(DESK_OBJ) $(BUILD)/libgwgk.a
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $^ $(DESK_LIBS)

$(BUILD)/gwgk-paper: $(HELPER_OBJ) $(BUILD)/libpaper.a
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $^ $(HELPER_LIBS)

$(BUILD)/libgwgk.a: $(CORE_OBJ)
	@rm -f $@
	@echo "  AR $@"; $(AR) rcs $@ $^
$(BUILD)/libpaper.a: $(PAPER_OBJ)
	@rm -f $@
	@echo "  AR $@"; $(AR) rcs $@ $^

$(BUILD)/test-unit: $(TEST_OBJ) $(DESK_OBJ) $(BUILD)/libgwgk.a
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $^ $(DESK_LIBS) -lcmocka -lvterm -lutil

FUZZ_SRC := $(sort $(filter-out tests/fuzz/driver.c,$(wildcard tests/fuzz/*.c)))
FUZZ := $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/fuzz/%)
FUZZED := $(filter-out $(BUILD)/obj/cli/%,$(DESK_OBJ)) $(BUILD)/libgwgk.a
$(BUILD)/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/driver.o $(FUZZED)
	@mkdir -p $(@D)
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $^ $(DESK_LIBS)

BENCH_SRC := $(sort $(wildcard tests/bench/*.c))
$(BUILD)/bench: $(call obj,$(BENCH_SRC)) $(FUZZED)
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $^ $(DESK_LIBS) -lutil

$(BUILD)/floor-screen: tests/bench/floor/screen.c
	@echo "  LD $@"; $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< -lncursesw -ltinfo
$(BUILD)/floor-run: tests/bench/floor/run.c
	@echo "  LD $@"; $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $<
$(BUILD)/floor-pdf: tests/bench/floor/pdf.c
	@echo "  LD $@"; $(CC) $(CPPFLAGS) $(HELPER_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(HELPER_LIBS)

.PHONY: fuzzed print-fuzzed
fuzzed: $(FUZZED)
print-fuzzed:
	@echo $(FUZZED) $(DESK_LIBS)

# --- objects ---------------------------------------------------------------------------------------------------------
# All objects depend on the flags they were built with.
$(BUILD)/flags: FORCE
	@mkdir -p $(BUILD)/gen
	@echo '$(CC) $(CPPFLAGS) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(CPPFLAGS) $(CFLAGS)' > $@
FORCE:

$(BUILD)/obj/core/paper/helper/%.o: CPPFLAGS += $(HELPER_CFLAGS)
$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  CC $<"; $(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/obj/%.o: %.c $(BUILD)/flags | $(QUERY_HDR)
	@mkdir -p $(@D)
	@echo "  CC $<"; $(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

-include $(patsubst %.o,%.d,$(CORE_OBJ) $(HELPER_OBJ) $(DESK_OBJ) $(TEST_OBJ) $(BUILD)/obj/cli/main.o) $(FUZZ_SRC:%.c=$(BUILD)/obj/%.d) $(BUILD)/obj/tests/fuzz/driver.d $(BENCH_SRC:%.c=$(BUILD)/obj/%.d)

# --- generated sources (tools/) ----------------------------------------------------------------------------------------
$(BUILD)/gen/q_%.h: db/query/%.sql tools/query.awk
	@mkdir -p $(@D)
	@awk -v mode=h -v noun=$* -f tools/query.awk $< > $@
$(BUILD)/gen/q_%.c: db/query/%.sql tools/query.awk
	@mkdir -p $(@D)
	@awk -v mode=c -v noun=$* -f tools/query.awk $< > $@
$(BUILD)/gen/queries.c: $(QUERY_SQL) tools/query.awk
	@mkdir -p $(@D)
	@awk -v mode=all -f tools/query.awk $(QUERY_SQL) /dev/null > $@
define embed
$(BUILD)/gen/$(1).c: $$(sort $$(wildcard $(2))) tools/embed.awk
	@mkdir -p $$(@D)
	@awk -v table=gen_$(1) -f tools/embed.awk $$(filter-out %.awk,$$^) /dev/null > $$@
endef
$(eval $(call embed,migrate,db/migrate/*.sql))
$(eval $(call embed,seed,db/seed/*))
$(eval $(call embed,letters,db/letters/*))
$(eval $(call embed,keymaps,keymaps/*.keys))

# --- a fresh machine ----------------------------------------------------------------------------------------------------
BUILD_DEPS := gcc libc6-dev pkg-config libncurses-dev libsqlite3-dev libunistring-dev libsodium-dev libinih-dev libcsv-dev \
	libjansson-dev libpango1.0-dev libcairo2-dev libcups2-dev libxlsxwriter-dev fonts-noto-cjk fonts-dejavu-core
TEST_DEPS := libcmocka-dev libvterm-dev poppler-utils sqlite3 jq $(if $(filter true,$(CI)),cups-daemon cups-client)

.PHONY: deps test-deps
deps:
	@tools/deps.sh $(BUILD_DEPS)
test-deps:
	@tools/deps.sh $(BUILD_DEPS) $(TEST_DEPS)

.PHONY: run demo
run: deps ## Install what is missing, build, make the office file if absent, open the desk
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@tools/run.sh $(BUILD)/gwgk
demo: deps ## The same on a believable demo office
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@tools/demo.sh $(BUILD)/gwgk

# --- tests ----------------------------------------------------------------------------------------------------------------
# Everything the suite runs.
.PHONY: tested
tested: all $(BUILD)/test-unit $(FUZZ)
.PHONY: check test lint asan check-clang valgrind coverage soak bench bench-compare stats
check: test-deps ## Install test tools, build with -Werror, run every test and lint
	@$(MAKE) --no-print-directory -j$$(nproc) WERROR=-Werror tested
	@tests/run.sh $(BUILD)
test: ## Run tests whose name holds T= (all without T), no lints: make test T=law
	@$(MAKE) --no-print-directory -j$$(nproc) tested
	@tests/run.sh $(BUILD) $(if $(T),only $(T),tests)
lint: ## Run the lints only
	@tests/run.sh $(BUILD) lint
ASAN := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
asan: test-deps ## The whole suite under AddressSanitizer, UBSan and LeakSanitizer
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=$(BUILD)/asan OPT='-O1 -g' SAN='$(ASAN)' WERROR=-Werror tested
	@tests/run.sh $(BUILD)/asan tests
check-clang: test-deps ## Build with clang -Werror and run the tests
	@tools/deps.sh clang
	@$(MAKE) --no-print-directory -j$$(nproc) BUILD=$(BUILD)/clang CC=clang WERROR=-Werror tested
	@tests/run.sh $(BUILD)/clang tests
# Not the tests that measure time or start other programs: valgrind is slow, and stands in for posix_spawn.
VALGRIND_PARTS := tests/base tests/law tests/office tests/paper/template tests/paper/serial tests/paper/break tests/tui/canvas \
	tests/tui/decode tests/tui/edit tests/tui/keys tests/tui/list
valgrind: test-deps ## Unit tests under valgrind
	@tools/deps.sh valgrind
	@$(MAKE) --no-print-directory -j$$(nproc) all $(BUILD)/test-unit
	@for p in $(VALGRIND_PARTS); do echo "  $$p"; valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
		--suppressions=tests/valgrind.supp $(BUILD)/test-unit $$p >$(BUILD)/valgrind.log 2>&1 || { tail -n 40 $(BUILD)/valgrind.log; exit 1; }; done
coverage: test-deps ## Line and branch coverage of the unit tests and stories
	@tools/deps.sh lcov
	@tests/coverage.sh $(BUILD)/coverage
soak: test-deps ## The long runs: kills, power cuts, fuzzing
	@$(MAKE) --no-print-directory -j$$(nproc) tested
	@tests/run.sh $(BUILD) soak
bench: test-deps ## Speed, as ratios to a floor in the same run
	@$(MAKE) --no-print-directory -j$$(nproc) all $(BUILD)/bench $(BUILD)/floor-screen $(BUILD)/floor-pdf $(BUILD)/floor-run
	@tests/bench/run.sh $(BUILD)
	@tests/bench/paper.sh $(BUILD)
bench-compare: test-deps ## The same letter set by weasyprint, which is installed for this alone; ratios in one run
	@tools/deps.sh weasyprint || true
	@$(MAKE) --no-print-directory -j$$(nproc) all $(BUILD)/floor-pdf $(BUILD)/floor-run
	@tests/bench/paper.sh $(BUILD)
stats: ## File and function lengths against the budget
	@tools/stats.sh

.PHONY: reference
reference: all ## Print docs/reference and the screens in documents again
	@mkdir -p docs/reference
	@for f in $$(grep -l '^<!-- screen: ' README.md docs/*.md); do awk -f tools/goldens.awk $$f >$(BUILD)/doc.md && cp $(BUILD)/doc.md $$f || exit 1; done
	@for p in $$($(BUILD)/gwgk doc); do $(BUILD)/gwgk doc $$p >docs/reference/$$p.md || exit 1; done

.PHONY: install clean help
install: all ## Install to $(DESTDIR)$(PREFIX)
	install -D -m 755 $(BUILD)/gwgk $(DESTDIR)$(PREFIX)/bin/gwgk
	install -D -m 755 $(BUILD)/gwgk-paper $(DESTDIR)$(PREFIX)/libexec/gwgk/gwgk-paper
	install -D -m 644 docs/gwgk.1 $(DESTDIR)$(PREFIX)/share/man/man1/gwgk.1
clean: ## Remove what was built
	rm -rf $(BUILD)
help: ## This list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
