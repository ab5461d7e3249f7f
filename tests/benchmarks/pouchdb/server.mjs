// A district as PouchDB knows it: express-pouchdb (what pouchdb-server is made of) over a store in memory.
// node server.mjs <certificate> <key>: serves over TLS 1.3, and says two ports as its first line: its own, and one in
// plain HTTP that tells how many requests came.
import { mkdtempSync, readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import expressPouchDB from "express-pouchdb";
import PouchDB from "pouchdb";
import memory from "pouchdb-adapter-memory";

PouchDB.plugin(memory);
const [cert, key] = process.argv.slice(2).map((path) => readFileSync(path));
process.chdir(mkdtempSync(join(tmpdir(), "balai-pouchdb-")));
const InMemory = PouchDB.defaults({ adapter: "memory" });
let asked = 0;
const app = express();
app.use((request, answer, next) => { asked += 1; next(); });
app.use("/", expressPouchDB(InMemory, { inMemoryConfig: true, mode: "fullCouchDB", logPath: "log" }));
const server = https.createServer({ cert, key, minVersion: "TLSv1.3" }, app);
const counter = http.createServer((request, answer) => answer.end(String(asked)));
server.listen(0, "127.0.0.1", () => counter.listen(0, "127.0.0.1", () =>
  console.log(server.address().port, counter.address().port)));
process.stdin.on("end", () => process.exit(0)).resume();
