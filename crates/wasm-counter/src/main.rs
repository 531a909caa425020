//! `wasm-counter <in.wasm> <out.wasm>`: the same module, which counts in an exported global `executed` the instructions
//! that it executes. The count is the same on every machine and at any load, so that it can be compared with one that was
//! kept.
//!
//! Before each run of instructions that are executed one after the other stands what adds their number.

use std::convert::Infallible;
use std::{env, fs, process};

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction, Module, ValType,
};
use wasmparser::{FunctionBody, GlobalSectionReader, Operator, Parser, Payload, TypeRef};

/// The global's name outside.
const EXECUTED: &str = "executed";

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.as_slice() {
        [from, to] => count_file(from, to),
        _ => Err("wasm-counter <in.wasm> <out.wasm>".to_owned()),
    };
    if let Err(message) = done {
        eprintln!("error: {message}");
        process::exit(1);
    }
}

fn count_file(from: &str, to: &str) -> Result<(), String> {
    let module = fs::read(from).map_err(|error| format!("`{from}`: {error}"))?;
    let counting = counting(&module).map_err(|error| format!("`{from}`: {error}"))?;
    fs::write(to, counting).map_err(|error| format!("`{to}`: {error}"))
}

/// The module with its counter.
fn counting(module: &[u8]) -> Result<Vec<u8>, String> {
    let mut counter = Counter { global: globals(module).map_err(|error| error.to_string())? };
    let mut out = Module::new();
    counter.parse_core_module(&mut out, Parser::new(0), module).map_err(|error| error.to_string())?;
    Ok(out.finish())
}

/// How many globals a module has: the number of the next one.
fn globals(module: &[u8]) -> Result<u32, wasmparser::BinaryReaderError> {
    let mut globals = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    globals += u32::from(matches!(import?.ty, TypeRef::Global(_)));
                }
            }
            Payload::GlobalSection(section) => globals += section.count(),
            _ => {}
        }
    }
    Ok(globals)
}

struct Counter {
    /// The number of the global that counts.
    global: u32,
}

impl Counter {
    /// What stands before `run` instructions.
    fn add(&self, run: usize) -> [Instruction<'static>; 4] {
        [
            Instruction::GlobalGet(self.global),
            Instruction::I64Const(i64::try_from(run).unwrap_or(i64::MAX)),
            Instruction::I64Add,
            Instruction::GlobalSet(self.global),
        ]
    }
}

impl Reencode for Counter {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        out: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_global_section(self, out, section)?;
        out.global(GlobalType { val_type: ValType::I64, mutable: true, shared: false }, &ConstExpr::i64_const(0));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        out: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_export_section(self, out, section)?;
        out.export(EXECUTED, ExportKind::Global, self.global);
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Infallible>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        let mut run = Vec::new();
        while !operators.eof() {
            let operator = operators.read()?;
            let ends = ends_run(&operator);
            run.push(self.instruction(operator)?);
            if ends {
                for instruction in self.add(run.len()).into_iter().chain(run.drain(..)) {
                    function.instruction(&instruction);
                }
            }
        }
        code.function(&function);
        Ok(())
    }
}

/// Whether what stands after an instruction may be executed without it, or not be executed after it.
fn ends_run(operator: &Operator<'_>) -> bool {
    use Operator::{Br, BrIf, BrTable, Else, End, If, Loop, Return, Unreachable};
    matches!(
        operator,
        Loop { .. } | If { .. } | Else | End | Br { .. } | BrIf { .. } | BrTable { .. } | Return | Unreachable
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use wasm_encoder::{BlockType, Function, FunctionSection, TypeSection};

    use super::*;

    /// A function that goes round a loop, and the numbers that are added on the way.
    #[test]
    fn before_each_run_of_instructions_stands_their_number() {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut kept = GlobalSection::new();
        kept.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(7));
        let mut exports = ExportSection::new();
        exports.export("turn", ExportKind::Func, 0);
        let mut function = Function::new([]);
        for instruction in [
            Instruction::Nop,
            Instruction::Loop(BlockType::Empty),
            Instruction::LocalGet(0),
            Instruction::I32Const(1),
            Instruction::I32Sub,
            Instruction::LocalTee(0),
            Instruction::BrIf(0),
            Instruction::End,
            Instruction::End,
        ] {
            function.instruction(&instruction);
        }
        let mut code = CodeSection::new();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&kept).section(&exports).section(&code);

        let counting = counting(&module.finish()).unwrap();
        let mut added = Vec::new();
        let mut exported = Vec::new();
        for payload in Parser::new(0).parse_all(&counting) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let mut operators = body.get_operators_reader().unwrap();
                    while !operators.eof() {
                        if let Operator::I64Const { value } = operators.read().unwrap() {
                            added.push(value);
                        }
                    }
                }
                Payload::ExportSection(exports) => {
                    exported.extend(exports.into_iter().map(|export| export.unwrap().name.to_owned()))
                }
                _ => {}
            }
        }
        // Into the loop, once round it, out of it, out of the function.
        assert_eq!(added, [2, 5, 1, 1]);
        assert_eq!(exported, ["turn", EXECUTED]);
        assert_eq!(globals(&counting).unwrap(), 2);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(counting(b"no module").is_err());
    }
}
