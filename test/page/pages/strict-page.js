window.violations = [];
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) => {
  window.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});
