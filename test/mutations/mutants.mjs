import ts from 'typescript'

/**
 * The mutants of a source file: for each the range of the text that it replaces, and with what.
 *
 * Left alone are types, imports, names, what a throw says, and the texts that only document.
 *
 * @param {string} text
 * @returns {{ start: number, end: number, kind: string, replacement: string, isStatement: boolean }[]}
 */
export function mutantsOf(text) {
  const tree = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true)
  const found = []
  const visit = (node) => {
    if (isLeftAlone(node)) return
    for (const [kind, replacement] of mutationsOf(node, text))
      found.push({
        start: node.getStart(tree),
        end: node.getEnd(),
        kind,
        replacement,
        isStatement: ts.isExpressionStatement(node),
      })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found.filter(({ start, end, replacement }) => text.slice(start, end) !== replacement)
}

/** Names of properties whose values only document. */
const DOCUMENTS = new Set([
  ...['title', 'description', 'question', 'noun', 'keyFacts', 'processing', 'cannotSay', 'method', 'missingRule'],
  ...['inWords', 'otherwise', 'label', 'text', 'what'],
])

/** Constants that only document. */
const DOCUMENTING = new Set(['KEY_FACTS', 'TIMES'])

function isLeftAlone(node) {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isThrowStatement(node)) return true
  if (ts.isPropertyAssignment(node)) return DOCUMENTS.has(node.name.getText())
  if (ts.isVariableDeclaration(node)) return DOCUMENTING.has(node.name.getText())
  return ts.isTaggedTemplateExpression(node)
}

/** [kind, replacement] of a node. */
const mutationsOf = (node, text) => [
  ...mutationsByForm(node, text),
  ...(isConditionOfStatement(node.parent, node) ? ['true', 'false'].map((value) => ['condition', value]) : []),
]

function mutationsByForm(node, text) {
  if (ts.isBinaryExpression(node)) return binaryMutations(node)
  if (ts.isPrefixUnaryExpression(node)) return prefixMutations(node)
  if (ts.isConditionalExpression(node))
    return [
      ['condition', parenthesised(node.whenTrue)],
      ['condition', parenthesised(node.whenFalse)],
    ]
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
    return textMutations(node)
  if (ts.isNumericLiteral(node))
    return isValue(node) ? [['number', String(Number(node.text.replaceAll('_', '')) + 1)]] : []
  if (node.kind === ts.SyntaxKind.TrueKeyword) return isValue(node) ? [['boolean', 'false']] : []
  if (node.kind === ts.SyntaxKind.FalseKeyword) return isValue(node) ? [['boolean', 'true']] : []
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 && isRead(node) ? [['list', '[]']] : []
  if (ts.isExpressionStatement(node)) return [['statement', '']]
  if (isOptionalChainTop(node)) return chainMutations(node, text)
  return ts.isCallExpression(node) ? callMutations(node) : []
}

const OPERATORS = {
  '+': [['arithmetic', '-']],
  '-': [['arithmetic', '+']],
  '*': [['arithmetic', '/']],
  '/': [['arithmetic', '*']],
  '%': [['arithmetic', '*']],
  '===': [['comparison', '!==']],
  '!==': [['comparison', '===']],
  '==': [['comparison', '!=']],
  '!=': [['comparison', '==']],
  '<': [
    ['boundary', '<='],
    ['comparison', '>='],
  ],
  '<=': [
    ['boundary', '<'],
    ['comparison', '>'],
  ],
  '>': [
    ['boundary', '>='],
    ['comparison', '<='],
  ],
  '>=': [
    ['boundary', '>'],
    ['comparison', '<'],
  ],
  '&&': [['logical', '||']],
  '||': [['logical', '&&']],
  '??': [['missing', '&&']],
  '+=': [['arithmetic', '-=']],
  '-=': [['arithmetic', '+=']],
}

function binaryMutations(node) {
  const { left, right, operatorToken } = node
  const operator = operatorToken.getText()
  if (operator === '+' && [left, right].some(isText)) return []
  return (OPERATORS[operator] ?? []).map(([kind, other]) => [
    kind,
    `${parenthesised(left, other)} ${other} ${parenthesised(right)}`,
  ])
}

const isText = (node) => ts.isStringLiteral(node) || ts.isTemplateExpression(node)

/** The text of an operand; what is assigned to stays bare. */
const parenthesised = (node, operator = '') =>
  operator.endsWith('=') && /^[+-]/.test(operator) ? node.getText() : `(${node.getText()})`

function prefixMutations({ operator, operand }) {
  if (operator === ts.SyntaxKind.ExclamationToken) return [['logical', parenthesised(operand)]]
  return operator === ts.SyntaxKind.MinusToken ? [['arithmetic', parenthesised(operand)]] : []
}

function textMutations(node) {
  if (!isValue(node)) return []
  return ts.isStringLiteral(node) && node.text === '' ? [['text', "'mutated'"]] : [['text', "''"]]
}

/** Whether a literal is a value, and no name of a property, member of a pattern or path of an import. */
function isValue(node) {
  const { parent } = node
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node
  return !ts.isLiteralTypeNode(parent) && !ts.isImportDeclaration(parent) && !ts.isExternalModuleReference(parent)
}

/** Whether a list is read, and is no pattern that is assigned to. */
const isRead = (node) => !(ts.isBinaryExpression(node.parent) && node.parent.left === node && isAssignment(node.parent))
const isAssignment = ({ operatorToken }) => operatorToken.kind === ts.SyntaxKind.EqualsToken

const isConditionOfStatement = (parent, node) =>
  parent !== undefined && (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node

const isChained = (node) => (node.flags & ts.NodeFlags.OptionalChain) !== 0

/** Whether a node is the whole of a chain with a `?.` in it. */
const isOptionalChainTop = (node) => isChained(node) && !(isChained(node.parent) && node.parent.expression === node)

/** One mutant for each `?.` of a chain: without the question mark. */
function chainMutations(node, text) {
  const [start, end] = [node.getStart(), node.getEnd()]
  const mutations = []
  for (let part = node; part !== undefined && isChained(part); part = part.expression) {
    const token = part.questionDotToken
    if (token === undefined) continue
    const dot = ts.isPropertyAccessExpression(part) ? '.' : ''
    mutations.push(['missing', text.slice(start, token.getStart()) + dot + text.slice(token.getEnd(), end)])
  }
  return mutations
}

/** Calls that stand for another: of an array, a text or Math. */
const SWAPPED = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  round: 'floor',
}
/** Calls without which their object is of the same kind. */
const DROPPED = new Set(['filter', 'sort', 'slice', 'trim', 'replace', 'reverse', 'concat'])

function callMutations(node) {
  const { expression } = node
  if (!ts.isPropertyAccessExpression(expression) || isChained(node)) return []
  const [object, name] = [expression.expression.getText(), expression.name.text]
  const given = node.arguments.map((argument) => argument.getText()).join(', ')
  const swapped = Object.hasOwn(SWAPPED, name) ? [['call', `${object}.${SWAPPED[name]}(${given})`]] : []
  const dropped = DROPPED.has(name) ? [['call', `(${object})`]] : []
  return [...swapped, ...dropped]
}
