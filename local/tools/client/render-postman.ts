/** A Postman collection (format 2.1, that Bruno and Insomnia import too) for each API, from its public document, and the environment of the local machine. */
import { AMMINISTRATORE, APPLICAZIONE } from "../../sandbox/credenziali.ts";
import { baseDi, type Contenuto, type Documento, type OperazioneDocumento, type Parametro, type Rotta, rotteDi } from "./documento.ts";

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const JSON_TIPO = "application/json";

/** Names of the environment: what fills a path or a filter of that name. */
const AMBIENTE: Readonly<Record<string, string>> = {
  idDominio: "01234567897",
  idA2A: APPLICAZIONE.idA2A,
  idPendenza: "PRIMA-1",
  idTipoPendenza: "COSAP",
  numeroAvviso: "",
  iuv: "",
  idRicevuta: "",
};

const valoreDi = (nome: string): string => (nome in AMBIENTE ? `{{${nome}}}` : "");

const describe = ({ name, description }: Parametro, valore: string, obbligatorio: boolean) => ({
  key: name,
  value: valore,
  ...(description !== undefined && { description }),
  ...(obbligatorio ? {} : { disabled: true }),
});

function buildUrl(base: string, { percorso, operazione }: Rotta) {
  const segmenti = `${base}${percorso.replace(/\{(\w+)\}/g, ":$1")}`.split("/").slice(1);
  const parametri = operazione.parameters ?? [];
  const query = parametri.filter(({ in: dove }) => dove === "query");
  const percorsi = parametri.filter(({ in: dove }) => dove === "path");
  return {
    raw: `{{fiorino}}/${segmenti.join("/")}`,
    host: ["{{fiorino}}"],
    path: segmenti,
    ...(percorsi.length > 0 && { variable: percorsi.map((uno) => describe(uno, valoreDi(uno.name), true)) }),
    ...(query.length > 0 && { query: query.map((uno) => describe(uno, valoreDi(uno.name), uno.required === true)) }),
  };
}

const primoEsempio = ({ examples = {} }: Contenuto): unknown => Object.values(examples)[0]?.value;

function buildBody(operazione: OperazioneDocumento) {
  const [primo] = Object.entries(operazione.requestBody?.content ?? {});
  if (!primo) return { header: [] };
  const [tipo, contenuto] = primo;
  if (tipo === "multipart/form-data") return { header: [], body: { mode: "formdata", formdata: [{ key: "file", type: "file", src: [] }] } };
  const header = [{ key: "Content-Type", value: tipo }];
  if (tipo !== JSON_TIPO && !tipo.startsWith("text/")) return { header, body: { mode: "file", file: {} } };
  const esempio = primoEsempio(contenuto);
  const raw = typeof esempio === "string" ? esempio : esempio === undefined ? "" : JSON.stringify(esempio, undefined, 2);
  return { header, body: { mode: "raw", raw, ...(tipo === JSON_TIPO && { options: { raw: { language: "json" } } }) } };
}

/** Who calls without Basic credentials: anybody, or a browser with a session. */
const isSenzaCredenziali = ({ security = [] }: OperazioneDocumento): boolean => !security.some((accesso) => "basic" in accesso);

function buildVoce(base: string, rotta: Rotta) {
  const { operazione, metodo } = rotta;
  const { header, ...corpo } = buildBody(operazione);
  const riuscita = Object.entries(operazione.responses).find(([stato]) => stato.startsWith("2"))?.[1];
  const [accept] = Object.keys(riuscita?.content ?? {});
  return {
    name: operazione.operationId,
    request: {
      method: metodo,
      header: [...(accept === undefined ? [] : [{ key: "Accept", value: accept }]), ...header],
      ...corpo,
      url: buildUrl(base, rotta),
      ...(isSenzaCredenziali(operazione) && { auth: { type: "noauth" } }),
      description: [operazione.summary, operazione.description].filter(Boolean).join("\n\n"),
    },
    response: [],
  };
}

const basic = (utente: string, password: string) => ({
  type: "basic",
  basic: [
    { key: "username", value: utente, type: "string" },
    { key: "password", value: password, type: "string" },
  ],
});

/** The collection of an API, one folder per resource. Operators' APIs present the administrator, the others the application. */
export function buildRaccolta(api: string, documento: Documento): object {
  const gruppi = Map.groupBy(rotteDi(documento), ({ operazione }) => operazione.tags?.[0]);
  const base = baseDi(documento);
  return {
    info: {
      name: documento.info.title,
      description: `Generata da docs/openapi/${api}.json. Vuole un ambiente con fiorino, utente e password: quello della macchina locale è accanto.`,
      schema: SCHEMA,
    },
    auth: api === "backoffice" ? basic("{{operatore}}", "{{passwordOperatore}}") : basic("{{utente}}", "{{password}}"),
    item: [...gruppi].flatMap(([tag, rotte]): readonly object[] => {
      const voci = rotte.map((rotta) => buildVoce(base, rotta));
      return tag === undefined ? voci : [{ name: tag, item: voci }];
    }),
  };
}

/** The environment of the machine that `npm start` opens. */
export const buildAmbiente = (): object => ({
  name: "Fiorino, macchina locale",
  values: Object.entries({
    fiorino: "http://127.0.0.1:8080",
    utente: APPLICAZIONE.username,
    password: APPLICAZIONE.password,
    operatore: AMMINISTRATORE.username,
    passwordOperatore: AMMINISTRATORE.password,
    ...AMBIENTE,
  }).map(([key, value]) => ({ key, value, type: "default", enabled: true })),
  _postman_variable_scope: "environment",
});
