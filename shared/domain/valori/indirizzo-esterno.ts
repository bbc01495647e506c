/**
 * Where we may be sent by an address that somebody wrote in the registry: never into our own network. An address that names an internal machine
 * (loopback, private, link-local, metadata of the cloud), in whatever spelling, is refused, unless the installation allows that host by name.
 */
import { type Esito, ko, ok } from "../esito.ts";

type Rete = readonly [base: number, bit: number];

const ottetti = (a: number, b = 0, c = 0, d = 0): number => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;

/** Not reachable from the Internet, or not a single machine (IANA, special-purpose registries). */
const RETI_INTERNE: readonly Rete[] = [
  [ottetti(0), 8],
  [ottetti(10), 8],
  [ottetti(100, 64), 10],
  [ottetti(127), 8],
  [ottetti(169, 254), 16],
  [ottetti(172, 16), 12],
  [ottetti(192), 24],
  [ottetti(192, 0, 2), 24],
  [ottetti(192, 88, 99), 24],
  [ottetti(192, 168), 16],
  [ottetti(198, 18), 15],
  [ottetti(198, 51, 100), 24],
  [ottetti(203, 0, 113), 24],
  [ottetti(224), 3],
];

const readV4 = (testo: string): number | undefined => {
  const parti = testo.split(".");
  if (parti.length !== 4 || !parti.every((parte) => /^\d{1,3}$/.test(parte) && Number(parte) <= 255)) return undefined;
  return ottetti(Number(parti[0]), Number(parti[1]), Number(parti[2]), Number(parti[3]));
};

const isV4Interno = (indirizzo: number): boolean => RETI_INTERNE.some(([base, bit]) => indirizzo >>> (32 - bit) === base >>> (32 - bit));

/** The eight groups; undefined when the text is no IPv6 address. */
const readV6 = (testo: string): readonly number[] | undefined => {
  let esteso = testo.toLowerCase().replace(/%.*$/, "");
  const v4 = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(esteso);
  if (v4) {
    const numero = readV4(v4[2] ?? "");
    if (numero === undefined) return undefined;
    esteso = `${v4[1]}${(numero >>> 16).toString(16)}:${(numero & 0xffff).toString(16)}`;
  }
  const [prima = "", dopo, ...troppi] = esteso.split("::");
  if (troppi.length > 0) return undefined;
  const gruppi = (parte: string): string[] => (parte === "" ? [] : parte.split(":"));
  const [sinistri, destri] = [gruppi(prima), gruppi(dopo ?? "")];
  const mancanti = 8 - sinistri.length - destri.length;
  if (dopo === undefined ? mancanti !== 0 : mancanti < 1) return undefined;
  const tutti = [...sinistri, ...Array<string>(mancanti).fill("0"), ...destri];
  return tutti.every((gruppo) => /^[0-9a-f]{1,4}$/.test(gruppo)) ? tutti.map((gruppo) => Number.parseInt(gruppo, 16)) : undefined;
};

/** Only 2000::/3 is given to machines on the Internet; inside it, tunnels and examples are not. A mapped IPv4 is that IPv4. */
const isV6Interno = (gruppi: readonly number[]): boolean => {
  const [a = 0, b = 0, , , , f = 0, g = 0, h = 0] = gruppi;
  if (gruppi.slice(0, 5).every((gruppo) => gruppo === 0) && f === 0xffff) return isV4Interno(((g << 16) | h) >>> 0);
  if (a >>> 13 !== 1) return true;
  if (a === 0x2001 && (b < 0x200 || b === 0xdb8)) return true;
  return a === 0x2002 || (a === 0x3fff && b < 0x1000);
};

/** Whether an IP address, as the resolver of names gives it, is of an internal machine. What is no address counts as internal. */
export const isIpInterno = (indirizzo: string): boolean => {
  const v4 = readV4(indirizzo);
  if (v4 !== undefined) return isV4Interno(v4);
  const v6 = readV6(indirizzo);
  return v6 === undefined || isV6Interno(v6);
};

/** Name of the host as it is compared: without brackets and final dot. */
export const hostDi = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

const isNomeInterno = (host: string): boolean =>
  !host.includes(".") || /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|arpa|invalid|test)$/.test(host);

/**
 * Whether a call may go to this address, as far as its text says; where its name leads is checked when the connection is made.
 * @param ammessi hosts that the installation allows although internal, for which http is enough. Errors: why not, in Italian.
 */
export const checkIndirizzo = (indirizzo: string, ammessi: readonly string[]): Esito<void> => {
  if (!URL.canParse(indirizzo)) return ko("non è un indirizzo");
  const url = new URL(indirizzo);
  const host = hostDi(url);
  if (url.protocol !== "https:" && url.protocol !== "http:") return ko("atteso un indirizzo https");
  if (url.username !== "" || url.password !== "") return ko("le credenziali non si scrivono nell'indirizzo");
  if (ammessi.includes(host)) return ok(undefined);
  if (url.protocol === "http:") return ko("atteso un indirizzo https: http è ammesso solo per gli host indicati dall'installazione");
  const isIp = host.includes(":") || readV4(host) !== undefined;
  const interno = isIp ? isIpInterno(host) : isNomeInterno(host);
  return interno ? ko(`${host.slice(0, 100)} è un indirizzo interno: sono ammessi solo quelli indicati dall'installazione`) : ok(undefined);
};
