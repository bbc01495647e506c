/** An identity provider in a few lines: keys of its own, tokens true and false, published over HTTP where a test wants them fetched. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";

export interface Chiave {
  readonly kid: string;
  readonly alg: string;
  readonly privata: KeyObject;
  readonly pubblica: KeyObject;
}

export const createChiave = (kid: string, alg: "RS256" | "PS256" | "ES256" | "ES384" = "ES256", bit = 2048): Chiave => {
  const coppia = alg.startsWith("ES")
    ? generateKeyPairSync("ec", { namedCurve: alg === "ES256" ? "P-256" : "P-384" })
    : generateKeyPairSync("rsa", { modulusLength: bit });
  return { kid, alg, privata: coppia.privateKey, pubblica: coppia.publicKey };
};

export const toJwk = ({ kid, alg, pubblica }: Chiave) => ({ ...pubblica.export({ format: "jwk" }), kid, alg, use: "sig" });

const parte = (oggetto: object): string => Buffer.from(JSON.stringify(oggetto)).toString("base64url");

const firmaDi = (alg: string, privata: KeyObject, testo: string): Buffer => {
  const digest = `sha${alg.slice(2)}`;
  if (alg.startsWith("ES")) return sign(digest, Buffer.from(testo), { key: privata, dsaEncoding: "ieee-p1363" });
  if (alg.startsWith("PS")) return sign(digest, Buffer.from(testo), { key: privata, padding: 6, saltLength: 32 });
  return sign(digest, Buffer.from(testo), privata);
};

/** A token signed with the key; `intestazione` overrides what the header says. */
export const signToken = (chiave: Chiave, claims: object, intestazione: object = {}): string => {
  const testo = `${parte({ alg: chiave.alg, kid: chiave.kid, typ: "JWT", ...intestazione })}.${parte(claims)}`;
  return `${testo}.${firmaDi(chiave.alg, chiave.privata, testo).toString("base64url")}`;
};

/** The two classic forgeries: no signature, and the public key taken for the secret of an HMAC. */
export const signSenzaFirma = (claims: object): string => `${parte({ alg: "none" })}.${parte(claims)}.`;
export const signHmacConPubblica = ({ kid, pubblica }: Chiave, claims: object): string => {
  const testo = `${parte({ alg: "HS256", kid })}.${parte(claims)}`;
  const pem = pubblica.export({ type: "spki", format: "pem" });
  return `${testo}.${createHmac("sha256", pem).update(testo).digest("base64url")}`;
};

export interface EmittenteDiProva {
  readonly url: string;
  /** Keys published now; change it to rotate. */
  chiavi: readonly Chiave[];
  /** Answer of the token endpoint to a code. */
  idToken: (codice: string, corpo: URLSearchParams) => string | undefined;
  /** Answer of userinfo; undefined = it has none to give. */
  userinfo: () => object | undefined;
  /** Paths asked for, in order. */
  readonly richieste: string[];
  stop(): Promise<void>;
}

export const startEmittente = async (chiavi: readonly Chiave[]): Promise<EmittenteDiProva> => {
  const richieste: string[] = [];
  let url = "";
  const server = createServer(async (req, res) => {
    const percorso = new URL(req.url ?? "/", "http://x").pathname;
    richieste.push(percorso);
    const pezzi: Buffer[] = [];
    for await (const pezzo of req) pezzi.push(pezzo);
    const corpo = new URLSearchParams(Buffer.concat(pezzi).toString("utf8"));
    const risposte: Readonly<Record<string, () => object | undefined>> = {
      "/.well-known/openid-configuration": () => ({
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        userinfo_endpoint: `${url}/userinfo`,
        end_session_endpoint: `${url}/uscita`,
      }),
      "/userinfo": () => emittente.userinfo(),
      "/jwks": () => ({ keys: emittente.chiavi.map(toJwk) }),
      "/token": () => {
        const token = emittente.idToken(corpo.get("code") ?? "", corpo);
        return token === undefined ? undefined : { access_token: "x", token_type: "Bearer", id_token: token };
      },
    };
    const risposta = risposte[percorso]?.();
    res.writeHead(risposta ? 200 : 400, { "content-type": "application/json" }).end(JSON.stringify(risposta ?? { error: "invalid_grant" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  url = `http://127.0.0.1:${typeof indirizzo === "object" ? indirizzo?.port : 0}`;
  const emittente: EmittenteDiProva = {
    url,
    chiavi,
    idToken: () => undefined,
    userinfo: () => undefined,
    richieste,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return emittente;
};
