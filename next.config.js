/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The database driver, the mailer and the password hash are native or read files beside themselves.
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@node-rs/argon2',
    'nodemailer',
  ],
  // A copy kept by Next would outlive a retracted record; nothing here needs its pictures resized.
  images: { unoptimized: true },
  // Browsers ask for it unasked.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Types are checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
};

export default config;
