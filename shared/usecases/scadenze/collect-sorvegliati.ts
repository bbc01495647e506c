/** What has to be watched, gathered from the registry: each service, certificate and secret once, with everybody who depends on it. */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import type { Autenticazione, Connettore, Intermediario } from "../../domain/anagrafiche/creditore.ts";
import { CONNETTORI_FACOLTATIVI } from "../../domain/anagrafiche/richieste.ts";

export interface Sorvegliati {
  /** `host:port` of what is called over TLS → who calls it. */
  readonly servizi: ReadonlyMap<string, readonly string[]>;
  readonly segreti: ReadonlyMap<string, readonly string[]>;
  readonly certificati: ReadonlyMap<string, readonly string[]>;
}

const PREFISSO_SEGRETO = "segreto:";
const PORTA_HTTPS = "443";

/** `host:port` of an https address. */
export const servizioDi = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  return protocol === "https:" ? `${hostname}:${port || PORTA_HTTPS}` : undefined;
};

const valoriDi = (auth: Autenticazione | undefined): readonly string[] =>
  auth === undefined ? [] : Object.values(auth).filter((valore): valore is string => typeof valore === "string");

const indirizziDi = ({ url, auth }: Pick<Connettore, "url" | "auth">): readonly string[] => [
  url,
  ...(auth?.tipo === "oauth2" ? [auth.urlTokenEndpoint] : []),
];

const connettoriDi = (intermediario: Intermediario): readonly (readonly [string, Connettore])[] =>
  (["servizioPagoPa", ...CONNETTORI_FACOLTATIVI] as const).flatMap((nome) => {
    const connettore = intermediario[nome];
    return connettore ? [[`intermediario ${intermediario.idIntermediario}, ${nome}`, connettore] as const] : [];
  });

/** `pubblici`: addresses of the installation itself. Who is disabled is not watched. */
export const collectSorvegliati = (
  intermediari: readonly Intermediario[],
  applicazioni: readonly Applicazione[],
  pubblici: readonly string[],
): Sorvegliati => {
  const servizi = new Map<string, string[]>();
  const segreti = new Map<string, string[]>();
  const certificati = new Map<string, string[]>();
  const add = (dove: Map<string, string[]>, chiave: string | undefined, chi: string): void => {
    if (chiave === undefined) return;
    const altri = dove.get(chiave) ?? [];
    if (!altri.includes(chi)) dove.set(chiave, [...altri, chi]);
  };
  const addConnettore = (chi: string, connettore: Pick<Connettore, "url" | "auth" | "subscriptionKey">): void => {
    for (const url of indirizziDi(connettore)) add(servizi, servizioDi(url), chi);
    for (const valore of [...valoriDi(connettore.auth), connettore.subscriptionKey ?? ""])
      if (valore.startsWith(PREFISSO_SEGRETO)) add(segreti, valore.slice(PREFISSO_SEGRETO.length), chi);
  };
  for (const url of pubblici) add(servizi, servizioDi(url), "questa installazione");
  for (const intermediario of intermediari.filter(({ abilitato }) => abilitato)) {
    for (const [chi, connettore] of connettoriDi(intermediario)) addConnettore(chi, connettore);
    for (const pem of intermediario.certificatiPagoPa ?? []) add(certificati, pem, `intermediario ${intermediario.idIntermediario}`);
  }
  for (const { abilitato, idA2A, servizioIntegrazione } of applicazioni)
    if (abilitato && servizioIntegrazione) addConnettore(`applicazione ${idA2A}`, servizioIntegrazione);
  return { servizi, segreti, certificati };
};
