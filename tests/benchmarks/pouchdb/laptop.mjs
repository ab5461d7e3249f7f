// A laptop as PouchDB knows it: node laptop.mjs <fill|sync|pull> <address of a database> <file of documents>
// fill puts the documents there; sync brings those of the laptop there and others back; pull fetches them.
import { readFileSync } from "node:fs";
import PouchDB from "pouchdb";
import memory from "pouchdb-adapter-memory";

PouchDB.plugin(memory);
const [act, address, file] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(file, "utf8"));
const district = new PouchDB(address);
const laptop = new PouchDB("laptop", { adapter: "memory" });
const put = async (store) => {
  const wrong = (await store.bulkDocs(documents)).filter((one) => one.error);
  if (wrong.length) throw new Error(JSON.stringify(wrong[0]));
};
if (act === "sync") await put(laptop);
const start = process.hrtime.bigint();
if (act === "fill") await put(district);
if (act === "sync") await laptop.sync(district);
if (act === "pull") await laptop.replicate.from(district);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const there = await (act === "pull" ? laptop : new PouchDB(address)).info();
console.log(JSON.stringify({ seconds, documents: there.doc_count }));
process.exit(0);
