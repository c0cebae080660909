window.violations = [];
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile, lineNumber}) => {
  window.violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
});

// The library as this page has it, for what is registered in code.
window.library = async () => window.CallElements ?? import('/dist/cdn/call-elements.js');
