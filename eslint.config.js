// What the scripts of the page and the tests of them are held to: imports one way, no name from nowhere.

import importX from "eslint-plugin-import-x";

// What the modules may use of a browser. They become one script when a page is written, so that a
// name of one module must not be one of these.
const BROWSER = [
  "Blob", "Image", "NodeFilter", "URL", "URLSearchParams", "XMLSerializer", "document",
  "getComputedStyle", "setTimeout", "vis", "window",
];
const named = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

export default [
  // What others wrote is held to their rules.
  { ignores: ["**/*.min.js"] },
  {
    files: ["**/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    plugins: { "import-x": importX },
    rules: {
      eqeqeq: "error",
      "no-dupe-keys": "error",
      "no-redeclare": "error",
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "prefer-const": "error",
      "import-x/first": "error",
      "import-x/named": "error",
      "import-x/no-cycle": "error",
      "import-x/no-duplicates": "error",
      "import-x/no-self-import": "error",
      "import-x/no-unresolved": "error",
    },
  },
  {
    files: ["graph/page/js/**/*.js"],
    languageOptions: { globals: named(BROWSER) },
    rules: { "no-shadow": ["error", { builtinGlobals: true }] },
  },
  {
    files: ["graph/site/templates/*.js"],
    languageOptions: { sourceType: "script", globals: named(["document"]) },
  },
  {
    files: ["graph/web/static/*.js"],
    languageOptions: { sourceType: "script", globals: named(["CSS", "document"]) },
  },
  { files: ["tests/js/**/*.js"], languageOptions: { globals: named(["URL"]) } },
];
