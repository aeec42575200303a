/** Names of languages that notes use and the highlighter does not know. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    apacheconf: 'apache',
    conf: 'ini',
    cfg: 'ini',
    env: 'dotenv',
    golang: 'go',
    gitignore: 'text',
    log: 'text',
    node: 'javascript',
    none: 'text',
    output: 'text',
    redis: 'text',
    shellsession: 'console',
    'shell-session': 'console',
    terminal: 'console',
    tf: 'terraform',
    // A fence of Mermaid from a note has no text alternative, and nobody has seen it drawn here.
    mermaid: 'text',
  }),
);

/** Languages that say only 「something of a terminal」, or nothing: what the code looks like counts more. */
export const VAGUE: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'text',
  'txt',
  'plain',
  'plaintext',
  'console',
]);

/** Languages in which JSON is so often fenced that the code decides. */
export const JSON_FENCED_AS: ReadonlySet<string> = new Set([...VAGUE, 'yaml', 'yml', 'javascript', 'js']);

const COMMENT = /^[ \t]*(?:#|\/\/).*$/gm;

/** Whether code is JSON in all but comments, placeholders or an end that was cut off. */
export function looksLikeJson(code: string): boolean {
  const bare = code.replace(COMMENT, '').trim();
  if (!/^[[{]/.test(bare)) return false;
  if (isJson(bare)) return true;
  const lines = bare.split('\n').filter((line) => /\w/.test(line));
  const keyed = lines.filter((line) => /^\s*[{[]?\s*"[^"]*"\s*:/.test(line)).length;
  return keyed > 1 && keyed * 4 >= lines.length && !/"\s*=>/.test(bare);
}

export const hasComments = (code: string): boolean => /^[ \t]*(?:#|\/\/)|[,{[\]}"][ \t]*\/\/ /m.test(code);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Words that begin a line of a terminal. */
const COMMANDS =
  'apt|apt-get|aws|bash|brew|cat|cd|cdk|cfn-\\w+|chmod|chown|cp|crontab|curl|df|dig|docker|docker-compose|eb|echo|ecs-cli|eksctl|env|exit|export|for|git|go|grep|head|helm|if|java|jq|kill|kubectl|ln|ls|lsblk|make|mkdir|mount|mv|node|npm|npx|nslookup|openssl|pip3?|ps|psql|python3?|redis-cli|rm|sam|scp|sed|service \\S+ (?:start|stop|restart|reload|status)|set|sh|source|ssh|ssh-keygen|sudo|systemctl|tail|tar|terraform|touch|umount|unzip|vi|vim|wget|while|yarn|yum|zip|amplify|mysql|growpart|resize2fs|amazon-linux-extras|\\.?\\.?/\\S+';
const SHELL = new RegExp(
  `^#!|^\\s*(?:[$%>]|\\[[^\\]]+@[^\\]]+\\][$#]|#) ?\\s*\\S|^\\s*(?:${COMMANDS})(?:\\s|$)|^\\s*[A-Z_]+=\\S*$|\\$\\(`,
  'm',
);

/** A comment in Japanese looks like a root prompt. */
const REMARK = /^\s*#.*[^\x00-\x7f].*$/gm;

export const looksLikeShell = (code: string): boolean => SHELL.test(code.replace(REMARK, ''));

/** Looks of languages, the surest first. */
export const LOOKS: readonly { readonly lang: string; readonly test: (code: string) => boolean }[] = [
  { lang: 'json', test: looksLikeJson },
  { lang: 'php', test: (code) => /^\s*<\?php/.test(code) },
  { lang: 'html', test: (code) => /^\s*(?:<!DOCTYPE html|<html[\s>])/i.test(code) },
  {
    lang: 'xml',
    test: (code) => /^\s*<\?xml\s|(?:^|\n)<([A-Za-z][\w:.-]*)(?:\s[^>]*)?>[\s\S]*<\/\1>\s*$/.test(code),
  },
  {
    lang: 'http',
    test: (code) =>
      /^(?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS) \S+(?: HTTP\/[\d.]+)?$|^HTTP\/[\d.]+ \d{3}/m.test(code),
  },
  { lang: 'text', test: (code) => /^\s*(?:fields\s+@|\|\s*(?:filter|sort|limit|stats|parse)\b)/m.test(code) },
  { lang: 'text', test: (code) => /^\s*(?:redis\b[^\n]*|[\w.*]+:\d+)> /m.test(code) },
  {
    lang: 'sql',
    test: (code) =>
      /^\s*(?:SELECT\b[\s\S]*\bFROM\b|INSERT INTO\b|UPDATE\b[\s\S]*\bSET\b|DELETE FROM\b|CREATE (?:TABLE|DATABASE|INDEX|USER)\b|ALTER TABLE\b)/i.test(
        code,
      ),
  },
  {
    lang: 'docker',
    test: (code) => /^FROM \S+/m.test(code) && /^(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR|EXPOSE) /m.test(code),
  },
  {
    lang: 'hcl',
    test: (code) =>
      /^(?:resource|data|variable|provider|module|output|terraform|locals)\b[^\n]*\{\s*$/m.test(code),
  },
  {
    lang: 'python',
    test: (code) => /^(?:def \w+\(.*\).*:|class \w+.*:|from \w[\w.]* import |import \w+$)/m.test(code),
  },
  {
    lang: 'javascript',
    test: (code) =>
      /^\s*(?:(?:const|let|var) [\w{].*=|(?:export |async )*function\b|exports\.\w+ =|module\.exports|import .* from ['"])/m.test(
        code,
      ),
  },
  { lang: 'bash', test: (code) => looksLikeShell(code) && !looksLikeYaml(code) },
  { lang: 'yaml', test: (code) => looksLikeYaml(code) },
  { lang: 'ini', test: (code) => /^\[[^\]\n"{]+\]\s*$/m.test(code) && /^[\w.-]+\s*=/m.test(code) },
];

/** Most lines are keys, items or deeper than the line before. */
function looksLikeYaml(code: string): boolean {
  const lines = code.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const keyed = lines.filter((line) =>
    /^\s*(?:- )*["']?[\w.:/!*-]+["']?:(?:\s|$)|^\s*- \S/.test(line),
  ).length;
  return keyed > 0 && /^\s*(?:- )?["']?[\w.:/-]+["']?:(?:\s|$)/m.test(code) && keyed * 4 >= lines.length * 2;
}
