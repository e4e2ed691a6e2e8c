import {
  ApexErrorListener,
  ApexParserBaseListener,
  ApexParserFactory,
  ApexParseTreeWalker,
} from '@apexdevtools/apex-parser';

export type ApexClass = { name: string; isTest: boolean; errors: string[] };

/** A record id in quotes: 15 or 18 letters and digits with a digit among the first three, as every key prefix has. */
const recordId = /^'(?=\w{0,2}\d)[a-zA-Z0-9]{3}[a-zA-Z0-9]{12}(?:[A-Z0-5]{3})?'$/;

class Reporter extends ApexErrorListener {
  readonly errors: string[] = [];
  apexSyntaxError(line: number, column: number, message: string): void {
    this.errors.push(`${line}:${column} ${message}`);
  }
}

/** Reads a class or trigger with a real grammar of Apex and names what breaks our rules: sharing, user mode, no ids in code, cacheable for reads only. */
export function readApex(source: string): ApexClass {
  const reporter = new Reporter();
  const { parser } = ApexParserFactory.createLexerAndParser(source, reporter);
  const tree = /^\s*(\/\*[\s\S]*?\*\/\s*)?trigger\b/i.test(source) ? parser.triggerUnit() : parser.compilationUnit();
  const errors = reporter.errors;
  let name = '';
  let isTest = false;
  let depth = 0;
  const rule = (line: number | undefined, text: string) => errors.push(`${line ?? 0}: ${text}`);

  class Rules extends ApexParserBaseListener {
    enterTypeDeclaration = (context: { getText(): string; start: { line: number } | null }) => {
      const text = context.getText().toLowerCase();
      isTest = text.startsWith('@istest');
      if (/^(@\w+(\(.*?\))?|public|private|global|virtual|abstract)*(withoutsharing)/.test(text))
        rule(context.start?.line, 'a class without sharing');
      else if (!/^(@\w+(\([^)]*\))?|public|private|global|virtual|abstract)*withsharing/.test(text))
        rule(context.start?.line, 'a class that does not say "with sharing"');
    };
    enterClassDeclaration = (context: { id(): { getText(): string } | null }) => {
      depth += 1;
      if (depth === 1) name = context.id()?.getText() ?? '';
    };
    exitClassDeclaration = () => {
      depth -= 1;
    };
    enterQuery = (context: { getText(): string; start: { line: number } | null }) => {
      const text = context.getText().toLowerCase();
      if (!text.includes('withuser_mode')) rule(context.start?.line, 'a query without WITH USER_MODE');
      if (!/limit\d+/.test(text)) rule(context.start?.line, 'a query without LIMIT');
    };
    enterLiteral = (context: { getText(): string; start: { line: number } | null }) => {
      if (recordId.test(context.getText())) rule(context.start?.line, `an id in the code: ${context.getText()}`);
    };
    enterDotExpression = (context: { getText(): string; start: { line: number } | null }) => {
      const text = context.getText();
      if (/^Database\.(query|countQuery|getQueryLocator|insert|update|upsert|delete)\(/i.test(text)) {
        if (!text.includes('AccessLevel.USER_MODE'))
          rule(context.start?.line, 'a Database call without AccessLevel.USER_MODE');
        if (/^Database\.(query|countQuery|getQueryLocator)\((?!'[^']*',)/i.test(text))
          rule(context.start?.line, 'a query that is put together from parts');
      }
    };
    enterClassBodyDeclaration = (context: { getText(): string; start: { line: number } | null }) => {
      const text = context.getText();
      if (
        /@AuraEnabled\([^)]*cacheable=true/i.test(text) &&
        /(insert|update|upsert|delete)asuser|\.send\(|sendBody/i.test(text)
      )
        rule(context.start?.line, 'a cacheable method that writes');
    };
  }
  for (const statement of ['Insert', 'Update', 'Upsert', 'Delete', 'Undelete', 'Merge'] as const)
    Object.assign(Rules.prototype, {
      [`enter${statement}Statement`]: (context: { getText(): string; start: { line: number } | null }) => {
        if (!/^\w+?asuser/i.test(context.getText()))
          rule(context.start?.line, `${statement.toLowerCase()} without "as user"`);
      },
    });
  ApexParseTreeWalker.DEFAULT.walk(new Rules(), tree);
  return { name, isTest, errors };
}
