image_sources = src/image/image.h src/image/image.c src/image/view.c src/image/order.h src/image/order.c
image_sources += src/image/elf.c src/image/elf.h src/image/elf_dynamic.c src/image/elf_notes.c src/image/elf_reloc.c
image_sources += src/image/elf_machine.c src/image/elf_segments.c src/image/elf_symbols.c src/image/elf_versions.c
image_sources += src/image/pe.h src/image/pe.c src/image/pe_imports.c src/image/pe_exports.c src/image/pe_fixups.c
image_sources += src/image/macho.h src/image/macho.c src/image/macho_commands.c src/image/macho_symbols.c \
	src/image/macho_trie.c src/image/macho_bind.c src/image/macho_chained.c src/image/macho_fixups.c src/image/macho_sign.c
image_sources += src/image/wasm.h src/image/wasm_priv.h src/image/wasm.c src/image/wasm_sections.c src/image/wasm_dylink.c \
	src/image/wasm_eval.c src/image/wasm_view.c
