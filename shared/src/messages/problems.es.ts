import type { ProblemCode } from '../problems.ts';

export const problemsEs: Record<ProblemCode, readonly [title: string, whatToDo: string]> = {
  signature_missing: [
    'La solicitud no está firmada',
    'Abra la tarjeta dentro del CRM. Las demás llamadas se rechazan.',
  ],
  signature_invalid: [
    'Firma no válida',
    'Revise el secreto de cliente o el certificado, y la dirección pública en la configuración.',
  ],
  signature_expired: ['La solicitud ha caducado', 'Recargue la página. Si continúa, revise el reloj del servidor.'],
  signature_replayed: [
    'Solicitud duplicada',
    'Recargue la página e inténtelo de nuevo. No se ha enviado nada dos veces.',
  ],
  account_unknown: [
    'Backroom no está instalado en esta cuenta',
    'Pida a su administrador que instale Backroom desde el marketplace.',
  ],
  account_disconnected: [
    'Backroom está desconectado del CRM',
    'Pida a su administrador que vuelva a conectar Backroom.',
  ],
  org_mismatch: [
    'Esta organización no es la conectada',
    'Se copió, se trasladó o es una sandbox. Pida a su administrador que la conecte. Conecte una sandbox solo a un ERP de prueba. No se ha enviado nada.',
  ],
  forbidden: ['Sin permiso', 'Pida acceso a su administrador.'],
  api_key_invalid: [
    'Falta la clave de API o no es válida',
    'Envíela como token «bearer» de la solicitud. Un administrador crea las claves en la página «Acceso».',
  ],
  api_key_expired: ['La clave de API ha caducado', 'Pida una nueva a su administrador.'],
  api_key_scope: ['A la clave de API le falta un permiso', 'Pida a su administrador una clave con este permiso.'],
  not_found: ['No encontrado', 'Recargue la página e inténtelo de nuevo.'],
  record_not_found: [
    'Registro no encontrado en el CRM',
    'Puede que se haya eliminado o fusionado. Recargue la página.',
  ],
  quote_without_deal: [
    'Esta cotización no tiene oportunidad',
    'Los pedidos se crean desde oportunidades. Añada la cotización a una oportunidad y ábrala de nuevo.',
  ],
  panel_unknown: ['Panel no encontrado', 'Actualice la aplicación a la última versión.'],
  method_not_allowed: ['Esta solicitud no está permitida', 'Actualice la aplicación a la última versión.'],
  invalid_input: [
    'Algunos campos requieren atención',
    'Corrija los campos marcados e inténtelo de nuevo. No se ha cambiado nada.',
  ],
  invalid_json: ['No se pudo leer la solicitud', 'Envíe JSON válido. No se ha cambiado nada.'],
  unsupported_content_type: [
    'La solicitud tiene un tipo incorrecto',
    'Envíe JSON (application/json). No se ha cambiado nada.',
  ],
  body_too_large: ['La solicitud es demasiado grande', 'Envíe menos de una vez. No se ha cambiado nada.'],
  too_many_requests: ['Demasiadas solicitudes', 'Espere un momento. La página reintenta automáticamente.'],
  idempotency_key_missing: [
    'Falta la clave de solicitud',
    'Actualice la aplicación a la última versión. No se ha enviado nada.',
  ],
  idempotency_key_reused: [
    'Clave de solicitud ya utilizada',
    'Recargue la página y empiece de nuevo. No se ha enviado nada.',
  ],
  idempotency_in_progress: ['Solicitud en curso', 'Espere un momento. No se envía dos veces.'],
  no_company: ['Ninguna empresa en este negocio', 'Añada una para continuar.'],
  company_without_name: ['La empresa no tiene nombre', 'Introduzca uno para crear el cliente ERP.'],
  no_lines: ['La cotización no tiene líneas', 'Añada al menos una a la cotización o al negocio.'],
  currency_unknown: ['El negocio no tiene divisa', 'Defina una divisa en el negocio o en la configuración del CRM.'],
  mixed_currencies: ['Las líneas tienen divisas distintas', 'Use una sola divisa en toda la cotización.'],
  line_without_code: ['Una línea no tiene referencia (SKU)', 'Elija un producto con referencia (SKU).'],
  quantity_invalid: ['Cantidad no válida', 'Introduzca una cantidad mayor que cero con un máximo de 12 decimales.'],
  quote_changed: ['Cotización modificada después de la vista previa', 'Revise la nueva vista previa y convierta.'],
  already_converted: ['Ya pedido', 'El pedido figura abajo. Para cambiar la cotización, cree una nueva versión.'],
  possible_twin: [
    'Posible duplicado de otro CRM',
    'Vea la comprobación de abajo. ¿La misma venta? No convierta. ¿Una venta distinta? Marque la casilla y convierta. No se ha enviado nada.',
  ],
  preview_blocked: ['Las comprobaciones han cambiado', 'Revíselas de nuevo y convierta.'],
  customer_not_linked: ['Ningún cliente ERP vinculado', 'Vincule un cliente ERP o cree uno.'],
  customer_already_linked: ['La empresa ya está vinculada', 'Quite primero el vínculo existente.'],
  unknown_product: ['Un producto no está en el ERP', 'Corrija la referencia (SKU) de la línea.'],
  unknown_customer: ['Cliente no encontrado en el ERP', 'Elija otro cliente o cree uno.'],
  submission_state: ['Ya no es posible', 'El estado del pedido ha cambiado. Recargue la página.'],
  erp_order_unknown: [
    'Pedido ERP no encontrado',
    'Introduzca el número tal como figura en el ERP. No se ha cambiado nada.',
  ],
  erp_order_taken: [
    'Este pedido ERP pertenece a otro negocio',
    'Busque el pedido correcto en el ERP e introduzca su número. No se ha cambiado nada.',
  ],
  order_act_pending: [
    'Otro cambio de este pedido está en curso',
    'Espere a que termine y vuelva a revisar el pedido. No se ha enviado nada.',
  ],
  order_changed_in_erp: [
    'El pedido se modificó en el ERP',
    'Revise qué ha cambiado y confirme de nuevo. No se ha enviado nada.',
  ],
  order_gone: [
    'El ERP ya no tiene este pedido',
    'Busque el pedido en el ERP. Puede que se haya eliminado o movido. No se ha cambiado nada.',
  ],
  desk_link_used: [
    'Este enlace ya se ha usado',
    'Abra de nuevo gestión de pedidos desde el CRM. Cada enlace funciona una vez.',
  ],
  desk_link_expired: [
    'Este enlace ha caducado',
    'Abra de nuevo gestión de pedidos desde el CRM. Los enlaces duran diez minutos.',
  ],
  desk_other_session: [
    'Ha iniciado sesión como otra persona',
    'Cierre sesión en gestión de pedidos y ábrala de nuevo desde el CRM.',
  ],
  desk_signed_out: [
    'No ha iniciado sesión en gestión de pedidos',
    'Ábrala desde la tarjeta de pedido en el CRM. No se ha cambiado nada.',
  ],
  connection_in_use: [
    'Aún se están enviando pedidos al ERP conectado',
    'Complételos o cancélelos en gestión de pedidos y cambie después la conexión.',
  ],
  flow_read_only: [
    'Backroom aquí solo lee',
    'Un administrador desactivó la escritura en este ERP en la página «Flujos». No se ha enviado nada.',
  ],
  approval_waiting: [
    'Aprobación solicitada',
    'Gestión de pedidos decide. Convierta el pedido cuando esté aprobado. No se ha enviado nada.',
  ],
  approval_rejected: [
    'Aprobación rechazada',
    'Cambie la cotización y pida de nuevo, o hable con quien la rechazó. No se ha enviado nada.',
  ],
  connection_is_test: [
    'Un ERP de prueba no puede ser la conexión predeterminada',
    'Márquelo como producción o mantenga la conexión de producción como predeterminada.',
  ],
  connection_paused: [
    'Esta conexión con el ERP está en pausa',
    'Un administrador puede reanudarla en la página «Conexiones con el ERP». Los pedidos esperan hasta entonces.',
  ],
  connection_is_default: [
    'Los registros sin regla propia van a esta conexión',
    'Defina primero otra conexión como predeterminada.',
  ],
  pilot_only: [
    'Backroom está en fase piloto',
    'Su administrador lo está probando primero con algunas personas. Las cifras del ERP aparecerán aquí cuando se active.',
  ],
  flow_off: ['Este panel está desactivado', 'Un administrador puede activarlo en la configuración.'],
  flow_unsupported: ['No compatible con este ERP', 'No se requiere ninguna acción. Los demás paneles funcionan.'],
  erp_unreachable: [
    'El ERP no responde',
    'Inténtelo de nuevo en un momento. Si continúa, contacte con su administrador.',
  ],
  erp_timeout: ['El ERP tardó demasiado', 'Backroom reintenta automáticamente.'],
  erp_busy: ['ERP ocupado', 'Backroom reintenta automáticamente.'],
  erp_refused: ['Rechazado por el ERP', 'Corrija lo que indica el ERP y reenvíe.'],
  erp_unauthorised: [
    'Error de acceso al ERP',
    'Pida a su administrador que revise las credenciales y los permisos del ERP.',
  ],
  erp_conflict: ['Modificado mientras tanto en el ERP', 'Reenvíe.'],
  erp_uncertain: ['Aún sin confirmar', 'Comprobamos en el ERP antes de reenviar. Espere.'],
  erp_drift: [
    'Respuesta inesperada del ERP',
    'Contacte con su operador. Probablemente el ERP se modificó o se actualizó.',
  ],
  erp_limit: ['No aceptado por el ERP', 'Divida el pedido o acorte el campo indicado. No se ha enviado nada.'],
  erp_unfit: [
    'No se pueden escribir pedidos en este ERP de forma segura',
    'Modifica la referencia del pedido. Pida a su administrador que haga ampliar el campo y vuelva a conectar el ERP. No se ha enviado nada.',
  ],
  erp_not_connected: ['Ningún ERP conectado', 'Un administrador puede conectar uno en la configuración.'],
  crm_unreachable: ['El CRM no responde', 'Espere un momento. Backroom reintenta automáticamente.'],
  crm_busy: ['Límite de solicitudes del CRM alcanzado', 'Espere un momento. Backroom reintenta automáticamente.'],
  crm_unauthorised: ['Error de acceso al CRM', 'Pida a su administrador que vuelva a conectar Backroom.'],
  crm_refused: ['Rechazado por el CRM', 'Consulte a su administrador. El mensaje del CRM figura abajo.'],
  store_unavailable: [
    'La base de datos de Backroom no responde',
    'No se ha cambiado nada. Inténtelo de nuevo en un momento.',
  ],
  cannot_process: [
    'Backroom no puede procesar este pedido',
    'Compruebe si el pedido está en el ERP. Si está, vincúlelo. Si no, cancélelo y convierta de nuevo la cotización. Contacte con su operador.',
  ],
  internal: ['Se ha producido un error', 'Inténtelo de nuevo. Si continúa, dé la referencia a soporte.'],
  backroom_unreachable: [
    'Backroom no responde',
    'No se ha cambiado nada. Inténtelo de nuevo en un momento. Si continúa, contacte con su administrador.',
  ],
};
