// Where a kept picture or video is fetched; apart from its schemas, so that pages load none of them.
export function fileUrl(id: string): string {
  return `/files/${id}`;
}
