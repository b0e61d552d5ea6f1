// The collection of the tests, opened as a page opens it.

import { readFileSync } from "node:fs";

import { documents, openCollection, relations } from "../../graph/page/js/collection.js";
import { follow } from "../../graph/page/js/state.js";

const JSON_FILE = new URL("../../build/js/collection.json", import.meta.url);

openCollection(JSON.parse(readFileSync(JSON_FILE, "utf-8")));
follow("");

export const idOf = (number) => documents.find((one) => one.number === number).id;
export const numbers = (ids) => [...ids].map((id) => documents[id].number);
export const relationOf = (name) => relations.find(({ relation }) => relation === name);
