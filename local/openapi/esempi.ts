/** The examples of an operation as commands to paste: `curl` with the credentials in variables of the shell. */
import type { OperazioneDocumento, Parametro, Rotta } from "../tools/client/documento.ts";

const JSON_TIPO = "application/json";
const MULTIPART = "multipart/form-data";

/** How each scheme of the document is written on the command line. */
const CREDENZIALI: Readonly<Record<string, string>> = {
  basic: '-u "$UTENTE:$PASSWORD"',
  cittadino: '-b "__Host-fiorino-cittadino=$SESSIONE"',
  sessione: '-b "__Host-fiorino-sessione=$SESSIONE"',
  token: '-H "Authorization: Bearer $TOKEN"',
  certificato: "--cert certificato.pem",
};

function credenzialiDi({ security = [] }: OperazioneDocumento): readonly string[] {
  const schemi = security.map((accesso) => Object.keys(accesso)[0]);
  // Who needs not say who it is does not.
  if (schemi.includes(undefined)) return [];
  const scelto = ["basic", "cittadino", "sessione", "token", "certificato"].find((schema) => schemi.includes(schema));
  return scelto === undefined ? [] : [CREDENZIALI[scelto] ?? ""];
}

/** Between single quotes nothing is special to the shell but the quote. */
const quote = (testo: string): string => `'${testo.replaceAll("'", "'\\''")}'`;

const valoreDi = ({ name, example }: Parametro): string => String(example ?? name.toUpperCase());

function indirizzoDi(base: string, { percorso, operazione }: Rotta): string {
  const parametri = operazione.parameters ?? [];
  const riempito = percorso.replace(/\{(\w+)\}/g, (_, nome: string) => {
    const parametro = parametri.find(({ name, in: dove }) => dove === "path" && name === nome);
    return encodeURIComponent(parametro === undefined ? nome.toUpperCase() : valoreDi(parametro));
  });
  const query = parametri
    .filter(({ in: dove, required }) => dove === "query" && required === true)
    .map((uno) => `${uno.name}=${encodeURIComponent(valoreDi(uno))}`);
  return `"$FIORINO${base}${riempito}${query.length > 0 ? `?${query.join("&")}` : ""}"`;
}

/** The command of a route that asks for `accept` and sends `corpo`, the text of its JSON or the media type of its file. */
export function renderCurl(base: string, rotta: Rotta, { accept, json, file }: { accept?: string; json?: string; file?: string }): string {
  const { metodo, operazione } = rotta;
  const righe = [
    `curl ${[...(metodo === "GET" ? [] : [`-X ${metodo}`]), indirizzoDi(base, rotta)].join(" ")}`,
    ...credenzialiDi(operazione),
    ...(accept === undefined || accept === JSON_TIPO ? [] : [`-H "Accept: ${accept}" -o risposta`]),
    ...(json === undefined ? [] : [`-H "Content-Type: ${JSON_TIPO}"`, `-d ${quote(json)}`]),
    ...(file === undefined ? [] : file === MULTIPART ? ["-F file=@file"] : [`-H "Content-Type: ${file}"`, "--data-binary @file"]),
  ];
  return righe.join(" \\\n  ");
}

export interface EsempioRichiesta {
  readonly titolo: string;
  /** Body as it is sent, indented; undefined where there is none to show. */
  readonly corpo?: string;
  readonly curl: string;
}

const titoloDi = (nome: string): string => nome.replaceAll("-", " ").replace(/^./, (prima) => prima.toUpperCase());

/** An example for each sample body; for each media type of a file; or, where nothing is sent, for each representation of the answer. */
export function examplesOf(base: string, rotta: Rotta): readonly EsempioRichiesta[] {
  const { requestBody, responses } = rotta.operazione;
  const contenuti = Object.entries(requestBody?.content ?? {});
  if (contenuti.length > 0) {
    return contenuti.flatMap(([tipo, { examples = {} }]): readonly EsempioRichiesta[] =>
      tipo === JSON_TIPO && Object.keys(examples).length > 0
        ? Object.entries(examples).map(([nome, { summary, value }]) => ({
            titolo: summary ?? titoloDi(nome),
            corpo: JSON.stringify(value, undefined, 2),
            curl: renderCurl(base, rotta, { json: JSON.stringify(value) }),
          }))
        : [{ titolo: `Corpo ${tipo}`, curl: renderCurl(base, rotta, { file: tipo }) }],
    );
  }
  const riuscita = Object.entries(responses).find(([stato]) => stato.startsWith("2"))?.[1];
  const tipi = Object.keys(riuscita?.content ?? {});
  if (tipi.length <= 1) return [{ titolo: "Chiamata", curl: renderCurl(base, rotta, tipi[0] === undefined ? {} : { accept: tipi[0] }) }];
  return tipi.map((accept) => ({ titolo: `Risposta ${accept}`, curl: renderCurl(base, rotta, { accept }) }));
}
