// Answers the driver for the official client for node: its sendRequest up to where axios would send.
"use strict";
const path = require("path");
const readline = require("readline");
const { createRequire } = require("module");

// The packages lie under target/, which is where this is told to look.
const load = createRequire(path.join(process.argv[2], "index.js"));
const { ConfigurationRestAPI, sendRequest } = load("@binance/common");
const axios = load("axios").default;

const API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
// A key that the tests of the official client for Java publish.
const PEM = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
-----END PRIVATE KEY-----
`;
const TIME = 1499827319559;
const PUBLISHED_TIMES = { hmac: 1578963600000, ed25519: 1736393892000 };

let now = TIME;
Date.now = () => now;
let sent = "";
const nothing = { headers: {}, status: 200, data: "" };
axios.request = async (request) => {
    sent = request.url;
    return nothing;
};

const base = { apiKey: API_KEY, basePath: "https://api.binance.com", retries: 0 };
const configurations = {
    hmac: new ConfigurationRestAPI({ ...base, apiSecret: SECRET }),
    ed25519: new ConfigurationRestAPI({ ...base, privateKey: PEM }),
};

function order(kind) {
    const parameters = {
        symbol: "LTCBTC", side: "BUY", type: "LIMIT", timeInForce: "GTC", quantity: "1", price: "0.1", recvWindow: 5000,
    };
    return sendRequest(configurations[kind], "/api/v3/order", "POST", parameters, {}, {}, undefined, { isSigned: true });
}

function account(kind) {
    return sendRequest(configurations[kind], "/api/v3/account", "GET", {}, {}, {}, undefined, { isSigned: true });
}

// Payload and signature of what would have been sent.
function read() {
    const [payload, signature] = sent.slice(sent.indexOf("?") + 1).split("&signature=");
    return `${payload} ${decodeURIComponent(signature)}`;
}

async function answer(verb, kind, count) {
    if (verb === "version") {
        return `${require(path.join(process.argv[2], "node_modules/@binance/common/package.json")).version}, node ${process.versions.node}`;
    }
    if (verb === "time") {
        now = TIME;
        const start = process.hrtime.bigint();
        for (let call = 0; call < Number(count); call++) await order(kind);
        return String(process.hrtime.bigint() - start);
    }
    now = verb === "published" ? PUBLISHED_TIMES[kind] : TIME;
    await (verb === "published" ? account(kind) : order(kind));
    return read();
}

(async () => {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        process.stdout.write(`${await answer(...line.split(" "))}\n`);
    }
})();
