/** CatalogoServizi_2_0_0: only the root is in the namespace; texts within the limits of the schema, optional elements left out. */
import type { VoceCatalogo } from "../../domain/servizi/catalogo.ts";
import { codice, elemento, giorno, testo, testoFacoltativo } from "../pagopa/xml.ts";

const NS_CATALOGO = "http://pagopa-api.pagopa.gov.it/nodeForPsp/xsd/CatalogoServizi";

const presentVoce = ({ idServizio, descrizione, categoria, schema, soggetti }: VoceCatalogo): string =>
  elemento(
    "catalogoServizi",
    codice("idServizio", idServizio, /^.{5}$/),
    testo("descrizioneServizio", descrizione, 70),
    elemento(
      "elencoSoggettiEroganti",
      ...soggetti.map(({ idSoggettoServizio, idDominio, denominazione, dataInizioValidita, dataFineValidita, commissione }) =>
        elemento(
          "soggettoErogante",
          codice("idSoggettoServizio", idSoggettoServizio, /^.{5}$/),
          codice("idDominio", idDominio, /^\d{11}$/),
          testo("denominazioneEnteCreditore", denominazione, 70),
          giorno("dataInizioValidita", dataInizioValidita),
          dataFineValidita === undefined ? "" : giorno("dataFineValidita", dataFineValidita),
          commissione === undefined ? "" : elemento("commissione", commissione ? "Y" : "N"),
        ),
      ),
    ),
    testoFacoltativo("categoria", categoria, 35),
    elemento("xsdRiferimento", `${schema}.xsd`),
  );

/** The whole document; the schema wants at least one service. */
export const presentCatalogo = (voci: readonly VoceCatalogo[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<cs:listaCatalogoServizi xmlns:cs="${NS_CATALOGO}">${voci.map(presentVoce).join("")}</cs:listaCatalogoServizi>`;
