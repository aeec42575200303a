export { catalog, type DiagnosticCode } from './catalog.ts';
export {
  diagnose,
  isError,
  sortDiagnostics,
  startOf,
  wordDiagnostic,
  type Diagnostic,
  type Severity,
  type SourcePosition,
} from './diagnostic.ts';
export { editDistance, nearest } from './nearest.ts';
export { reportGithub, reportJson, reportText } from './reporters.ts';
