/**
 * An OpenID Connect provider for citizens, in two styles (`spid`, `cie`): authorisation code with PKCE, consent, userinfo, logout; and it lies when it is asked to.
 * Small and of our own, because a correct library refuses to lie.
 */
import type { Richiesta as RichiestaHttp, Risposta, Rotta } from "../comune/http.ts";
import { html, json, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { CITTADINI_CLIENT, SEGRETO_CITTADINI } from "../credenziali.ts";
import { createChiavi } from "../identita/chiavi.ts";
import { readBugia } from "./bugie.ts";
import { buildIdToken, buildUserinfo } from "./claim.ts";
import { createCodici, isVerificatore, type Richiesta } from "./codici.ts";
import { createCaricamento } from "./molti-debiti.ts";
import { paginaConsenso, paginaErrore, paginaScelta } from "./pagine.ts";
import { CITTADINI, findCittadino } from "./persone.ts";

export const PERCORSO_CITTADINI = "/sandbox/cittadini";

const isStile = (testo: string | undefined): testo is "spid" | "cie" => testo === "spid" || testo === "cie";
const vai = (location: string): Risposta => ({ stato: 303, intestazioni: { location } });
const errore = (codice: string): Risposta => json(400, { error: codice });

export const rotteCittadini = (contesto: Contesto): Rotta[] => {
  const { baseUrl } = contesto.macchina;
  const chiavi = createChiavi(contesto);
  const { richieste, codici, gettoni } = createCodici();
  const loadDebiti = createCaricamento(contesto);
  const emittenteOf = (stile: string): string => `${baseUrl}${PERCORSO_CITTADINI}/${stile}`;
  const ritornoNostro = `${baseUrl}/utente/v1/accesso/ritorno`;

  /** Only for our own client, and only back to it. */
  const readRichiesta = ({ url: { searchParams: q }, parametri }: RichiestaHttp): Richiesta | undefined => {
    const { stile } = parametri;
    const [ritorno = "", stato = "", nonce = "", sfida = ""] = ["redirect_uri", "state", "nonce", "code_challenge"].map(
      (nome) => q.get(nome) ?? "",
    );
    const buona =
      q.get("client_id") === CITTADINI_CLIENT &&
      q.get("response_type") === "code" &&
      q.get("code_challenge_method") === "S256" &&
      ritorno === ritornoNostro &&
      [stato, nonce, sfida].every((valore) => valore !== "");
    return buona && isStile(stile) ? { stile, ritorno, stato, nonce, sfida } : undefined;
  };

  const begin = (richiesta: RichiestaHttp): Risposta => {
    const letta = readRichiesta(richiesta);
    if (!letta) return html(paginaErrore("La richiesta non è di un client conosciuto, o manca di PKCE, state o nonce."), 400);
    return html(paginaScelta(`${PERCORSO_CITTADINI}/${letta.stile}/scelta/${richieste.put(letta)}`, letta.stile));
  };

  const choose = async (richiestaHttp: RichiestaHttp): Promise<Risposta> => {
    const nome = richiestaHttp.parametri["id"] ?? "";
    const richiesta = richieste.get(nome);
    if (!richiesta) return html(paginaErrore("Questo accesso è scaduto."), 400);
    const form = new URLSearchParams(await richiestaHttp.testo());
    const persona = findCittadino(form.get("persona") ?? "");
    if (!persona) return html(paginaErrore("Questa persona non esiste."), 400);
    const bugia = readBugia(form.get("bugia"));
    const consenso = form.get("consenso");
    // While the person reads what it consents to.
    const caricati = loadDebiti(persona);
    const { stile, stato, ritorno } = richiesta;
    if (consenso === null) return html(paginaConsenso(`${PERCORSO_CITTADINI}/${stile}/scelta/${nome}`, stile, { persona, bugia }));
    richieste.take(nome);
    if (consenso === "si") await caricati;
    const esito = consenso === "si" ? { code: codici.put({ richiesta, persona, bugia }) } : { error: "access_denied" };
    return vai(`${ritorno}?${new URLSearchParams({ ...esito, state: stato, iss: emittenteOf(stile) }).toString()}`);
  };

  const token = async (richiesta: RichiestaHttp): Promise<Risposta> => {
    const form = new URLSearchParams(await richiesta.testo());
    const atteso = `Basic ${Buffer.from(`${CITTADINI_CLIENT}:${SEGRETO_CITTADINI}`).toString("base64")}`;
    if (richiesta.req.headers.authorization !== atteso) return json(401, { error: "invalid_client" });
    const concessione = codici.take(form.get("code") ?? "");
    const [chiave] = chiavi.list();
    const { stile = "" } = richiesta.parametri;
    if (!chiave || concessione?.richiesta.stile !== stile || form.get("redirect_uri") !== concessione.richiesta.ritorno)
      return errore("invalid_grant");
    if (!isVerificatore(form.get("code_verifier") ?? "", concessione.richiesta.sfida)) return errore("invalid_grant");
    const firma = { emittente: emittenteOf(stile), client: CITTADINI_CLIENT, chiave, secondi: Math.floor(contesto.ora() / 1000) };
    return json(200, {
      ...{ access_token: gettoni.put(concessione), token_type: "Bearer", expires_in: 300 },
      id_token: buildIdToken(concessione, firma),
    });
  };

  const userinfo = ({ req }: RichiestaHttp): Risposta => {
    const concessione = gettoni.get(/^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "");
    return concessione ? json(200, buildUserinfo(concessione)) : json(401, { error: "invalid_token" });
  };

  /** Back only to a page of this machine: the address comes from the browser. */
  const leave = ({ url }: RichiestaHttp): Risposta => {
    const ritorno = url.searchParams.get("post_logout_redirect_uri") ?? "";
    return vai(URL.canParse(ritorno) && new URL(ritorno).origin === baseUrl ? ritorno : `${baseUrl}/sandbox`);
  };

  const configurazione = ({ parametri: { stile = "" } }: RichiestaHttp): Risposta => {
    const issuer = emittenteOf(stile);
    return json(200, {
      issuer,
      authorization_endpoint: `${issuer}/autorizza`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      end_session_endpoint: `${issuer}/uscita`,
      jwks_uri: `${issuer}/chiavi`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      id_token_signing_alg_values_supported: ["RS256"],
    });
  };

  const pubbliche = (): Risposta =>
    json(200, { keys: chiavi.list().map(({ kty, kid, alg, use, n, e }) => ({ kty, kid, alg, use, n, e })) });

  const base = `${PERCORSO_CITTADINI}/{stile}`;
  return [
    rotta("GET", `${PERCORSO_CITTADINI}/persone`, () => json(200, { persone: CITTADINI })),
    rotta("GET", `${base}/.well-known/openid-configuration`, configurazione),
    rotta("GET", `${base}/chiavi`, pubbliche),
    rotta("GET", `${base}/autorizza`, begin),
    rotta("POST", `${base}/scelta/{id}`, choose),
    rotta("POST", `${base}/token`, token),
    rotta("GET", `${base}/userinfo`, userinfo),
    rotta("GET", `${base}/uscita`, leave),
  ];
};
