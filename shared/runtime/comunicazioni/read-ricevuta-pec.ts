/**
 * A receipt of certified mail as it is in a mailbox (RFC 5322, 2045), or its `daticert.xml` alone. Only the parts of the message itself are looked at, never those
 * of a message that it carries: what somebody else wrote cannot pass for the words of the provider. Bounded in size, parts and depth.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type RicevutaPec, TIPI_RICEVUTA_PEC } from "../../domain/promemoria/ricevuta-pec.ts";
import { type Nodo, parseXml } from "../soap/xml-tree.ts";

const PARTI_MASSIME = 50;
const PROFONDITA_MASSIMA = 6;
const INTESTAZIONI_MASSIME = 64 * 1024;
const XML_MASSIMO = 256 * 1024;

interface Parte {
  readonly intestazioni: ReadonlyMap<string, string>;
  readonly corpo: string;
}

const split = (testo: string): Parte => {
  const [, testa = "", corpo = ""] = /^([\s\S]*?)\n\r?\n([\s\S]*)$/.exec(testo) ?? [undefined, testo.slice(0, INTESTAZIONI_MASSIME), ""];
  const righe = testa
    .slice(0, INTESTAZIONI_MASSIME)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  const intestazioni = righe.flatMap((riga): [string, string][] => {
    const punto = riga.indexOf(":");
    return punto < 1 ? [] : [[riga.slice(0, punto).toLowerCase(), riga.slice(punto + 1).trim()]];
  });
  // The first of two headers with the same name is the one that was added last on the way: of ours there is one.
  return { intestazioni: new Map(intestazioni.toReversed()), corpo };
};

const confineDi = (tipo: string): string | undefined => {
  const [, tra, nudo] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(tipo) ?? [];
  return /^multipart\//i.test(tipo) ? (tra ?? nudo) : undefined;
};

const foglie = (parte: Parte, profondita: number, viste: { quante: number }): readonly Parte[] => {
  if (profondita > PROFONDITA_MASSIMA || ++viste.quante > PARTI_MASSIME) return [];
  const confine = confineDi(parte.intestazioni.get("content-type") ?? "");
  if (confine === undefined) return [parte];
  const pezzi = `\n${parte.corpo}`.split(`\n--${confine}`).slice(1, PARTI_MASSIME + 1);
  return pezzi
    .filter((pezzo) => !pezzo.startsWith("--"))
    .flatMap((pezzo) => foglie(split(pezzo.replace(/^[ \t]*\r?\n/, "")), profondita + 1, viste));
};

const quoted = (testo: string): Buffer =>
  Buffer.from(
    testo.replace(/=\r?\n/g, "").replace(/=([0-9A-Fa-f]{2})/g, (_tutto, cifre: string) => String.fromCharCode(Number.parseInt(cifre, 16))),
    "latin1",
  );

const byteDi = ({ intestazioni, corpo }: Parte): Buffer => {
  const codifica = (intestazioni.get("content-transfer-encoding") ?? "").toLowerCase();
  if (codifica === "base64") return Buffer.from(corpo.replace(/\s/g, ""), "base64");
  return codifica === "quoted-printable" ? quoted(corpo) : Buffer.from(corpo, "latin1");
};

const isDaticert = ({ intestazioni }: Parte): boolean =>
  /name="?daticert\.xml"?/i.test(`${intestazioni.get("content-type") ?? ""} ${intestazioni.get("content-disposition") ?? ""}`);

const figlio = (nodo: Nodo | undefined, nome: string): Nodo | undefined => nodo?.figli.find((uno) => uno.nome === nome);
const attributo = (nodo: Nodo | undefined, nome: string): string | undefined => nodo?.attributi.find((uno) => uno.nome === nome)?.valore;
const testo = (nodo: Nodo | undefined, nome: string): string => figlio(nodo, nome)?.testo.trim() ?? "";

/** `giorno` GG/MM/AAAA, `ora` HH:MM:SS, `zona` +0100. */
const istanteDi = (data: Nodo | undefined): string | undefined => {
  const [, giorno, mese, anno] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(testo(data, "giorno")) ?? [];
  const [ora] = /^\d{2}:\d{2}:\d{2}$/.exec(testo(data, "ora")) ?? [];
  const [, zonaOre, zonaMinuti] = /^([+-]\d{2}):?(\d{2})$/.exec(attributo(data, "zona") ?? "") ?? [];
  const millisecondi = Date.parse(`${anno}-${mese}-${giorno}T${ora}.000${zonaOre}:${zonaMinuti}`);
  return Number.isNaN(millisecondi) ? undefined : new Date(millisecondi).toISOString();
};

const readDaticert = (byte: Uint8Array): Esito<RicevutaPec> => {
  if (byte.byteLength > XML_MASSIMO) return ko(`daticert.xml: supera ${XML_MASSIMO / 1024} kB`);
  const letto = parseXml(Buffer.from(byte).toString("utf8"));
  if (!letto.ok) return ko(`daticert.xml: ${letto.errore}`);
  const radice = letto.valore;
  const dati = figlio(radice, "dati");
  const tipo = TIPI_RICEVUTA_PEC.find((noto) => noto === attributo(radice, "tipo"));
  if (radice.nome !== "postacert" || !tipo) return ko(`daticert.xml: non è una ricevuta di PEC (ammesse ${TIPI_RICEVUTA_PEC.join(", ")})`);
  const idMessaggio = testo(dati, "msgid").replace(/^<|>$/g, "");
  const [identificativo, data] = [testo(dati, "identificativo"), istanteDi(figlio(dati, "data"))];
  if (idMessaggio === "" || idMessaggio.length > 998) return ko("daticert.xml: msgid mancante, o oltre 998 caratteri");
  if (identificativo === "" || identificativo.length > 255) return ko("daticert.xml: identificativo mancante, o oltre 255 caratteri");
  if (data === undefined) return ko("daticert.xml: data non leggibile");
  return ok({ tipo, errore: attributo(radice, "errore") ?? "nessuno", idMessaggio, identificativo, data });
};

/** @param contenuto a message, or the XML. @returns the receipt, or in Italian what is wrong with it. */
export const readRicevutaPec = (contenuto: Uint8Array): Esito<RicevutaPec> => {
  const grezzo = Buffer.from(contenuto);
  if (/^\s*</.test(grezzo.toString("latin1", 0, 100).replace(/^\u00ef\u00bb\u00bf/, ""))) return readDaticert(grezzo);
  const intero = split(grezzo.toString("latin1"));
  const certificazione = foglie(intero, 0, { quante: 0 }).find(isDaticert);
  if (!certificazione) return ko("messaggio: manca l'allegato daticert.xml, che ogni ricevuta di PEC porta");
  const letta = readDaticert(byteDi(certificazione));
  const dichiarata = intero.intestazioni.get("x-ricevuta");
  if (letta.ok && dichiarata !== undefined && dichiarata.toLowerCase() !== letta.valore.tipo)
    return ko("messaggio: X-Ricevuta è diverso dal tipo scritto in daticert.xml");
  return letta;
};
