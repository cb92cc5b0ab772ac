// How a USB device is known again after it was pulled out: by vendor and product, and among its like by the serial number it
// carries or by the port it is plugged into (Linux: bus, then the chain of hubs' ports, as 1-1.2). Ten pads of one kind
// differ by their ports alone. Pure.
export type UsbIdentity = {
  readonly vendorId: number;
  readonly productId: number;
  readonly serial?: string;
  readonly port?: string;
  /** Which of the device's interfaces; without it the first that fits. */
  readonly interface?: number;
};
type Present = {
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
  readonly port: string | null;
};

/** Of `hid:04d9:1203?port=1-1.2` or `usb:04b8:0e15?serial=X`; throws `RangeError` for another form. */
export function usbIdentityOf({ pathname, searchParams }: URL): UsbIdentity {
  const [vendor = '', product = ''] = pathname.split(':');
  if (!/^[0-9a-f]{4}$/i.test(vendor) || !/^[0-9a-f]{4}$/i.test(product))
    throw new RangeError('must name vendor and product as vvvv:pppp');
  const [serial, port, face] = ['serial', 'port', 'interface'].map((name) => searchParams.get(name));
  return {
    ...{ vendorId: Number.parseInt(vendor, 16), productId: Number.parseInt(product, 16) },
    ...(serial == null ? {} : { serial }),
    ...(port == null ? {} : { port }),
    ...(face == null ? {} : { interface: Number(face) }),
  };
}

/** The address of a device that is there: by serial number where it has one, else by its port. */
export function usbAddress(scheme: 'usb' | 'hid', { vendorId, productId, serial, port }: Present): string {
  const [vendor, product] = [vendorId, productId].map((id) => id.toString(16).padStart(4, '0'));
  const place =
    serial !== null ? `?serial=${encodeURIComponent(serial)}` : port !== null ? `?port=${port}` : '';
  return `${scheme}:${vendor}:${product}${place}`;
}

export function isTheSame(wanted: UsbIdentity, present: Present): boolean {
  return (
    wanted.vendorId === present.vendorId &&
    wanted.productId === present.productId &&
    (wanted.serial === undefined || wanted.serial === present.serial) &&
    (wanted.port === undefined || wanted.port === present.port)
  );
}
