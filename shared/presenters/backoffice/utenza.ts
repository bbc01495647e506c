/** Applications and operators between wire and domain. Passwords come in and never go out: a read says only whether there is one. */
import type * as z from "zod";
import type { campiUtenzaPost, elencoTipi } from "../../contracts/backoffice/utenze.ts";
import { SERVIZI_ACL, type ServizioAcl } from "../../contracts/operation.ts";
import type { Acl, AmbitoDomini, AmbitoTipi, Applicazione, Operatore } from "../../domain/anagrafiche/applicazione.ts";
import type { VistaUtenza } from "../../domain/anagrafiche/viste.ts";

type UtenzaPost = z.output<z.ZodObject<typeof campiUtenzaPost & { tipiPendenza: typeof elencoTipi }>>;

/** Not a debt type: the right to name accounts in the items of a debt. */
export const AUTODETERMINAZIONE = "autodeterminazione";
const TUTTI = "Tutti";

const toDomini = (domini: UtenzaPost["domini"]): AmbitoDomini => {
  const voci = (domini ?? []).map((voce) => (typeof voce === "string" ? { idDominio: voce, unitaOperative: [] } : voce));
  if (voci.some(({ idDominio }) => idDominio === "*")) return "*";
  return [...new Map(voci.map((voce) => [voce.idDominio, voce])).values()].map(({ idDominio, unitaOperative }) => ({
    idDominio,
    ...(unitaOperative && unitaOperative.length > 0 && { unitaOperative: [...new Set(unitaOperative)] }),
  }));
};

const toTipi = (tipi: UtenzaPost["tipiPendenza"]): AmbitoTipi =>
  tipi?.includes("*") ? "*" : [...new Set(tipi ?? [])].filter((tipo) => tipo !== AUTODETERMINAZIONE);

export const toUtenza = (body: UtenzaPost) => ({
  ...(body.password != null && { password: body.password }),
  domini: toDomini(body.domini),
  tipiPendenza: toTipi(body.tipiPendenza),
  acl: body.acl ?? [],
  ruoli: [...new Set(body.ruoli ?? [])],
  abilitato: body.abilitato ?? true,
});

const isServizio = (servizio: string): servizio is ServizioAcl => SERVIZI_ACL.some((noto) => noto === servizio);

export const presentAcl = (acl: readonly Acl[]) =>
  acl.flatMap(({ servizio, autorizzazioni }) => (isServizio(servizio) ? [{ servizio, autorizzazioni: [...autorizzazioni] }] : []));

const presentDomini = (domini: VistaUtenza<Applicazione | Operatore>["domini"]) =>
  domini === "*"
    ? [{ idDominio: "*", ragioneSociale: TUTTI }]
    : domini.map(({ dominio, unita }) => ({
        idDominio: dominio.idDominio,
        ragioneSociale: dominio.ragioneSociale,
        ...(unita.length > 0 && { unitaOperative: unita.map(({ idUnita, ragioneSociale }) => ({ idUnita, ragioneSociale })) }),
      }));

export const presentUtenza = ({ utenza, domini, tipiPendenza, ruoli }: VistaUtenza<Applicazione | Operatore>) => ({
  principal: utenza.principal,
  password: utenza.passwordHash !== undefined,
  domini: presentDomini(domini),
  tipiPendenza:
    tipiPendenza === "*"
      ? [{ idTipoPendenza: "*", descrizione: TUTTI }]
      : tipiPendenza.map(({ idTipoPendenza, descrizione }) => ({ idTipoPendenza, descrizione })),
  acl: presentAcl(utenza.acl),
  ruoli: ruoli.map(({ idRuolo, acl }) => ({ id: idRuolo, acl: presentAcl(acl) })),
  abilitato: utenza.abilitato,
});
